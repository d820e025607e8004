import type { Chronicle } from '../shared/chronicle.ts'
import { historyOf } from '../shared/history-of.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { NoteItem } from '../shared/parts/note-item.tsx'
import { correctionWords } from '../shared/words.ts'

/** What happened, in order: acts, rungs, notes and photos. */
export function Timeline({ alertId, chronicle }: { alertId: string; chronicle: Chronicle | null }) {
  const t = texts.value
  if (!chronicle) return <p class="timeline-empty">{t.supervisor.loading}</p>
  const notes = new Map(chronicle.notes.map((note) => [note.id, note]))
  return (
    <ol class="timeline">
      {chronicle.history.map(({ seq, at, what, who, facts }) => {
        const note = what === 'note-added' ? notes.get(String(facts.note)) : undefined
        return (
          <li key={seq} data-what={what}>
            <time class="digits">{clockTime(at)}</time>
            {note ? <NoteItem alertId={alertId} note={note} /> : (
              <p>
                {historyOf.value[what] ?? what}
                {typeof facts.rung === 'number' && ` · ${t.supervisor.rung(facts.rung)}`}
                {typeof facts.reason === 'string' && facts.reason !== '' && <> · <bdi>{facts.reason}</bdi></>}
                {what === 'corrected' && ` · ${correctionWords(facts, t)}`}
                {typeof facts.madeAt === 'number' && <small class="digits"> · {t.field.saidAt(clockTime(facts.madeAt))}</small>}
                {who !== 'system' && <small> · {who}</small>}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
