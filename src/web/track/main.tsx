import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TrackActInput, TrackView } from '../../contract/track.ts'
import { language, speak, texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { AskKey } from './ask-key.tsx'
import { Docket } from './docket.tsx'
import { act, keyOf, readDocket } from './requests.ts'
import type { Found, Key } from './requests.ts'
import { words } from './words.ts'

/** The citizen's page: a complaint by its number and code, without login. */
function Track() {
  const t = words.value
  const [key, setKey] = useState<Key>(keyOf(location.pathname))
  const [view, setView] = useState<TrackView | null>(null)
  const [end, setEnd] = useState<Exclude<Found['kind'], 'docket'> | null>(null)
  const [said, setSaid] = useState<'reopened' | 'appealed' | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const take = (found: Found): boolean => {
    setIsBusy(false)
    setEnd(found.kind === 'docket' ? null : found.kind)
    if (found.kind === 'docket') setView(found.view)
    return found.kind === 'docket'
  }
  const look = (wanted: Key): void => {
    setKey(wanted)
    setIsBusy(true)
    void readDocket(wanted).then((found) => {
      if (take(found)) history.replaceState(null, '', `/track/${wanted.number}-${wanted.code}`)
    })
  }
  const onAct = (body: TrackActInput): void => {
    setIsBusy(true)
    void act(key, body).then((found) => { if (take(found)) setSaid(body.act === 'reopen' ? 'reopened' : body.act === 'appeal' ? 'appealed' : null) })
  }
  const leave = (): void => {
    setView(null)
    setEnd(null)
    setSaid(null)
    setKey({ number: '', code: '' })
    history.replaceState(null, '', '/track')
  }
  useEffect(() => { if (key.number !== '' && key.code !== '') look(key) }, [])
  useEffect(() => { document.title = `${texts.value.product} · ${t.title}` }, [t])
  const troubles = { unknown: t.unknown, limited: t.limited, unreachable: t.unreachable, refused: t.tooLate }
  const trouble = end && troubles[end]
  const done = said && { reopened: t.reopened, appealed: t.appealed }[said]
  return (
    <>
      <header class="t-header"><p class="wordmark">{texts.value.product}</p><LanguageSwitch /></header>
      <main class="t-page">
        <h1>{t.title}</h1>
        {view === null
          ? <AskKey known={key} trouble={trouble} isBusy={isBusy} onKey={look} />
          : <><Docket key={`${view.number} ${view.status}`} view={view} said={trouble ?? done} isBusy={isBusy} onAct={onAct} /><button type="button" class="t-quiet" onClick={leave}>{t.other}</button></>}
        <p class="t-112"><a href="tel:112">{t.emergency}</a></p>
      </main>
    </>
  )
}

speak(language.value)
render(<Track />, document.body)
