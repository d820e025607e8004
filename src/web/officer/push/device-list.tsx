import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../../contract/http.ts'
import { clockTime } from '../../shared/indian-time.ts'
import { texts } from '../../shared/language.ts'
import { Phrase } from '../../shared/parts/phrase.tsx'
import { getJson, pushState } from './push-state.ts'

type Devices = RouteAnswer<'devices'>['devices']

/** Every device of the person that takes push, with its health. */
export function DeviceList() {
  const t = texts.value.field
  const { deviceId } = pushState.value
  const [devices, setDevices] = useState<Devices | null>(null)
  const read = (): void => void getJson<RouteAnswer<'devices'>>('/api/push/devices').then((answer) => setDevices(answer.devices), () => undefined)
  useEffect(read, [deviceId])
  const remove = (id: string): void => void fetch(`/api/push/devices/${id}`, { method: 'DELETE' }).then(read, () => undefined)
  return (
    <section>
      <h3>{t.push.devices}</h3>
      {!devices && <p class="sheet-note">{t.loading}</p>}
      {devices?.length === 0 && <p class="sheet-note">{t.push.noDevices}</p>}
      <ul role="list" class="sheet-list">
        {devices?.map(({ id, device, lastSuccessAt, failuresInRow, lastError }) => (
          <li key={id} data-ill={failuresInRow > 0}>
            <span>
              <b>{device || t.push.unnamed}</b>{id === deviceId && <span class="chip">{t.push.thisDevice}</span>}
              <small>{lastSuccessAt === null ? t.push.never : t.push.lastSuccess(clockTime(lastSuccessAt))}</small>
              {failuresInRow > 0 && <small class="sheet-ill">{t.push.failures(failuresInRow)} {lastError && <Phrase text={lastError} />}</small>}
            </span>
            {id !== deviceId && <button type="button" class="quiet-button" onClick={() => remove(id)}>{t.push.remove}</button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
