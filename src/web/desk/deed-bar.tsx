import { useLayoutEffect } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import { areKeysOn } from '../shared/keys.ts'
import { Phrase } from '../shared/parts/phrase.tsx'
import { texts } from './catalogue.ts'
import { asking, pressedDeed, wantReply } from './asking.ts'
import { barred, DEEDS, KEY_OF } from './deeds.ts'
import type { Deed } from './deeds.ts'
import { DeedForm } from './deed-form.tsx'
import type { Opened } from './docket-state.ts'
import type { Editing } from './editing.ts'

/** Does at once what needs no more words, asks for the rest. Nothing where it cannot be done. */
function start(deed: Deed, docket: DocketView, editing: Editing, me: Parameters<typeof barred>[2]): void {
  if (barred(deed, docket, me) !== null || editing.isSending) return
  if (deed === 'accept') void editing.send({ act: 'accept', version: docket.row.version })
  else asking.value = asking.value === deed ? null : deed
}

/** Everything that can be done to the docket, by button and by key, and the form of what was chosen. */
export function DeedBar({ docket, opened, editing }: { docket: DocketView; opened: Opened; editing: Editing }) {
  const t = texts.value.desk
  const { viewer } = useLink()
  const pressed = pressedDeed.value
  useLayoutEffect(() => {
    if (!pressed) return
    pressedDeed.value = null
    start(pressed.deed, docket, editing, viewer.value)
  }, [pressed])
  if (barred('correct', docket, viewer.value) === 'role') return null
  const isElsewhere = barred('correct', docket, viewer.value) === 'elsewhere'
  return (
    <div class="d-deeds">
      <div class="d-deed-row" role="toolbar" aria-label={t.deeds}>
        {DEEDS.map((deed) => {
          const why = barred(deed, docket, viewer.value)
          const key = KEY_OF[deed]
          return (
            <button
              key={deed} type="button" class="d-deed" data-main={deed === 'accept'} disabled={why !== null || editing.isSending} title={why === null ? undefined : t.barred[why]}
              aria-expanded={deed === 'accept' ? undefined : asking.value === deed} aria-keyshortcuts={key} onClick={() => start(deed, docket, editing, viewer.value)}
            >
              {t.deed[deed]}{key && areKeysOn.value && <kbd aria-hidden="true">{key.toUpperCase()}</kbd>}
            </button>
          )
        })}
        <button type="button" class="d-deed" aria-keyshortcuts="r" disabled={isElsewhere} title={isElsewhere ? t.barred.elsewhere : undefined} onClick={wantReply}>{t.reply}{areKeysOn.value && <kbd aria-hidden="true">R</kbd>}</button>
      </div>
      <RefusalLine editing={editing} />
      {asking.value !== null && barred(asking.value, docket, viewer.value) === null && <DeedForm key={asking.value} deed={asking.value} docket={docket} opened={opened} editing={editing} />}
    </div>
  )
}

/** Why the server refused, in its own words beside ours. */
export function RefusalLine({ editing: { refusal, dismiss, isSending } }: { editing: Pick<Editing, 'refusal' | 'dismiss' | 'isSending'> }) {
  const t = texts.value
  if (isSending) return <p class="d-sending" role="status">{t.stepIn.sending}</p>
  if (!refusal) return null
  return (
    <p class="refusal" role="alert">
      <span>{refusal.kind === 'conflict' ? t.desk.conflict : t.refusal[refusal.kind]}: <Phrase text={refusal.message} /></span>
      <button type="button" class="quiet-button" onClick={dismiss}>{t.refusal.dismiss}</button>
    </p>
  )
}
