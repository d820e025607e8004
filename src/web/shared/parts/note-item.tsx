import { useState } from 'preact/hooks'
import type { NoteView } from '../../../contract/note.ts'
import { langOf } from '../highlight.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'

/** One remark or photo. A photo is small until it is tapped. */
export function NoteItem({ alertId, note: { id, name, text, photo, madeAt } }: { alertId: string; note: NoteView }) {
  const t = texts.value.field
  const [isLarge, setLarge] = useState(false)
  const address = (size: 'small' | 'full'): string => `/api/alerts/${encodeURIComponent(alertId)}/photos/${id}/${size}`
  return (
    <div class="note">
      <p class="note-by"><bdi>{name}</bdi>{madeAt !== null && <small class="digits"> · {t.saidAt(clockTime(madeAt))}</small>}</p>
      {text !== null && <p class="note-text" lang={langOf(text)} dir="auto">{text}</p>}
      {photo && (
        <button type="button" class="note-photo" aria-expanded={isLarge} onClick={() => setLarge(!isLarge)}>
          <img src={address(isLarge ? 'full' : 'small')} width={photo.width} height={photo.height} alt={t.photoBy(name)} loading="lazy" decoding="async" />
        </button>
      )}
    </div>
  )
}
