import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../../contract/http.ts'
import type { Channel } from '../../../domain/delivery.ts'
import { texts } from '../../shared/language.ts'
import { getJson } from './push-state.ts'

type Settings = RouteAnswer<'channels'>

/** By which ways the person is told, in their own order. */
export function ChannelOrder() {
  const t = texts.value.field.push
  const [settings, setSettings] = useState<Settings | null>(null)
  useEffect(() => void getJson<Settings>('/api/channels').then(setSettings, () => undefined), [])
  if (!settings) return null
  const { channels } = settings
  const move = async (at: number, by: 1 | -1): Promise<void> => {
    const next = [...channels]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    const response = await fetch('/api/channels', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channels: next }) }).catch(() => null)
    if (response?.ok) setSettings(await response.json() as Settings)
  }
  return (
    <section>
      <h3>{t.channels} {!settings.isChosen && <small>{t.usual}</small>}</h3>
      <p class="sheet-note">{t.channelsWhy}</p>
      <ol class="sheet-list">
        {channels.map((channel, at) => (
          <li key={channel}>
            <span><b>{t.channel[channel]}</b>{obstacle(channel, settings) && <small class="sheet-ill">{obstacle(channel, settings)}</small>}</span>
            <span class="sheet-move">
              <button type="button" class="quiet-button" disabled={at === 0} aria-label={`${t.channel[channel]}: ${t.up}`} onClick={() => void move(at, -1)}>↑</button>
              <button type="button" class="quiet-button" disabled={at === channels.length - 1} aria-label={`${t.channel[channel]}: ${t.down}`} onClick={() => void move(at, 1)}>↓</button>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function obstacle(channel: Channel, { exist, hasEmail, hasPhone }: Settings): string | null {
  const t = texts.value.field.push
  if (!exist.includes(channel)) return t.notThere
  return (channel === 'email' && !hasEmail) || (channel === 'webhook' && !hasPhone) ? t.noAddress : null
}
