import { useRef, useState } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { downscale } from './downscale.ts'
import { Parcels } from './waiting.tsx'

const MAX_TEXT = 2_000

/** A remark or a photo for the alert; what is on its way stands below until the server has it. */
export function NoteForm({ alertId }: { alertId: string }) {
  const { parcels } = useLink()
  const may = useMayAct()
  const t = texts.value.field
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const addText = (): void => {
    void parcels.add(alertId, { text: text.trim() })
    setText('')
  }
  const addPhoto = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const photo = await downscale(file)
    setProblem(photo ? null : t.photoBad)
    if (photo) await parcels.add(alertId, { photo })
    if (picker.current) picker.current.value = ''
  }
  if (!may) return null
  return (
    <div class="note-form">
      <label class="for-ears" for="note-text">{t.noteWrite}</label>
      <textarea id="note-text" rows={2} maxLength={MAX_TEXT} placeholder={t.notePlaceholder} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <div class="note-acts">
        <button type="button" class="act-small" disabled={text.trim() === ''} onClick={addText}>{t.noteAdd}</button>
        <label class="act-small note-pick">
          {t.photoAdd}
          <input ref={picker} class="for-ears" type="file" accept="image/jpeg,image/png,image/webp,image/*" onChange={(event) => void addPhoto(event.currentTarget.files?.[0])} />
        </label>
      </div>
      {problem && <p class="refusal" role="alert"><span>{problem}</span></p>}
      <Parcels of={alertId} />
    </div>
  )
}
