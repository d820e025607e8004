import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Evidence } from '../../contract/evidence.ts'
import { language, speak, texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { Record } from './record.tsx'
import { words } from './words.ts'

type Trouble = 'forbidden' | 'gone' | 'signed-out' | 'unreachable'

async function readEvidence(number: string, reason: string): Promise<Evidence | Trouble> {
  try {
    const answer = await fetch(`/api/dockets/${encodeURIComponent(number)}/export`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason }) })
    if (answer.ok) return await answer.json() as Evidence
    return answer.status === 401 ? 'signed-out' : answer.status === 403 ? 'forbidden' : answer.status === 404 || answer.status === 400 ? 'gone' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

/** The file as `npm run audit -- check` takes it. */
function save(evidence: Evidence): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(evidence)}\n`], { type: 'application/json' }))
  link.download = `${evidence.content.docket.number}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Asks which docket and why; then shows it for printing. */
function Sheet() {
  const t = words.value
  const [number, setNumber] = useState(decodeURIComponent(location.hash.slice(1)))
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<Evidence | Trouble | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => { document.title = typeof found === 'object' && found ? found.content.docket.number : `${texts.value.product} · ${t.title}` }, [found, t])
  const make = (): void => {
    setIsBusy(true)
    void readEvidence(number.trim().toUpperCase(), reason).then((read) => {
      setIsBusy(false)
      setFound(read)
    })
  }
  if (typeof found === 'object' && found) {
    return (
      <>
        <nav class="no-print sheet-bar"><button type="button" class="quiet-button" onClick={() => print()}>{t.print}</button><button type="button" class="quiet-button" onClick={() => save(found)}>{t.save}</button><button type="button" class="quiet-button" onClick={() => setFound(null)}>{t.another}</button><LanguageSwitch /></nav>
        <main class="sheet"><Record evidence={found} /></main>
      </>
    )
  }
  return (
    <main class="sheet sheet-ask">
      <div class="sheet-bar"><p class="wordmark">{texts.value.product}</p><LanguageSwitch /></div>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <form onSubmit={(event) => { event.preventDefault(); make() }}>
        <label><span>{t.number}</span><input name="number" required maxLength={40} value={number} autocomplete="off" onInput={(event) => setNumber(event.currentTarget.value)} /></label>
        <label><span>{t.reason}</span><input name="reason" required minLength={5} maxLength={300} value={reason} autocomplete="off" aria-describedby="reason-hint" onInput={(event) => setReason(event.currentTarget.value)} /><small id="reason-hint">{t.reasonHint}</small></label>
        <button type="submit" disabled={isBusy}>{isBusy ? t.working : t.make}</button>
      </form>
      <p class="sheet-trouble" role="alert">{found && t.failed[found]}</p>
    </main>
  )
}

speak(language.value)
render(<Sheet />, document.body)
