import { useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import { clockTime, shortTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { ActBar } from '../shared/parts/act-bar.tsx'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'
import { Around, News } from '../shared/parts/thread.tsx'
import { stateWord } from '../shared/words.ts'
import type { Opened } from './docket-state.ts'
import type { Editing } from './editing.ts'
import { HistoryLine } from './history-line.tsx'
import { doneByOthers } from './news.ts'
import { nodeName } from '../shared/nodes.ts'
import { Span } from './span.tsx'

/** Everything about the docket that must be known before anything is done, most pressing first. */
export function Banners({ docket, opened, editing }: { docket: DocketView; opened: Opened; editing: Editing }) {
  const may = useMayAct()
  return (
    <div class="d-banners">
      {docket.alert?.isOpen && <AlertBlock alert={docket.alert} />}
      {docket.alert && <News alert={docket.alert} />}
      <Since docket={docket} opened={opened} />
      {docket.openedByCode && <p class="d-banner" role="status"><span>{texts.value.desk.openedByCode(shortTime(docket.openedByCode.at))}{docket.openedByCode.reason && <> · <bdi>{docket.openedByCode.reason}</bdi></>}</span></p>}
      <Claim editing={editing} />
      <Forwarding docket={docket} editing={editing} may={may} />
      <Offer docket={docket} editing={editing} />
      <Rumour docket={docket} editing={editing} may={may} />
      <Around alert={docket} />
    </div>
  )
}

/** The cry for help that is still open, with what an officer can do about it. */
function AlertBlock({ alert }: { alert: NonNullable<DocketView['alert']> }) {
  const t = texts.value
  return (
    <section class="d-alert" aria-label={t.desk.sosOpen} data-severity={alert.severity} data-unanswered={alert.holder === null}>
      <p><b>{t.desk.sosOpen}</b> · {stateWord(alert, t)} · <Elapsed at={alert.raisedAt} />{alert.holder && <> · <bdi>{alert.holder.name}</bdi></>}{alert.nextDueAt !== null && <> · <Span until={alert.nextDueAt} /></>}</p>
      <ActBar alert={alert} />
    </section>
  )
}

/** What others did while this person had the docket open. */
function Since({ docket, opened }: { docket: DocketView; opened: Opened }) {
  const { viewer } = useLink()
  const t = texts.value.desk
  const news = doneByOthers(docket, opened.seenSeq, viewer.value?.personId)
  if (news.length === 0) return null
  return (
    <div class="d-banner d-since" role="status">
      <div><b>{t.since}</b><ol class="history">{news.slice(-6).map((entry) => <HistoryLine key={entry.seq} entry={entry} />)}</ol></div>
      <button type="button" class="quiet-button" onClick={() => opened.seen()}>{texts.value.refusal.dismiss}</button>
    </div>
  )
}

function Claim({ editing: { other, takeOver } }: { editing: Editing }) {
  const t = texts.value.desk
  if (!other) return null
  return (
    <p class="d-banner d-claim" role="status">
      <span>{t.writes(other.name, shortTime(other.at))}</span>
      <button type="button" class="quiet-button" onClick={takeOver}>{t.takeOver}</button>
    </p>
  )
}

function Forwarding({ docket: { forwarding, row }, editing, may }: { docket: DocketView; editing: Editing; may: boolean }) {
  const t = texts.value
  const scope = useLink().viewer.value?.scopePath ?? '/'
  if (!forwarding) return null
  const isOurs = forwarding.to.path.startsWith(scope)
  return (
    <p class="d-banner" role="status">
      <span>{t.desk.forwardedTo(nodeName(forwarding.from, t), nodeName(forwarding.to, t), forwarding.by)} · <Span until={forwarding.dueAt} />{forwarding.note && <> · <bdi>{forwarding.note}</bdi></>}</span>
      {isOurs && may && row.status !== 'closed' && <button type="button" class="act-small" disabled={editing.isSending} onClick={() => void editing.send({ act: 'accept', version: row.version })}>{t.desk.deed.accept}</button>}
    </p>
  )
}

function Offer({ docket: { offer, row }, editing }: { docket: DocketView; editing: Editing }) {
  const t = texts.value
  const [isRefusing, setRefusing] = useState(false)
  if (!offer) return null
  return (
    <div class="d-banner" role="status">
      <span>{t.desk.offeredTo(nodeName(offer.to, t), offer.by)} · <bdi>{offer.reason}</bdi> <small class="digits">{clockTime(offer.at)}</small></span>
      {offer.isMine && !isRefusing && (
        <span class="d-banner-acts">
          <button type="button" class="act-small" disabled={editing.isSending} onClick={() => void editing.send({ act: 'acceptOffer', version: row.version })}>{t.desk.acceptOffer}</button>
          <button type="button" class="act-small" onClick={() => setRefusing(true)}>{t.desk.refuseOffer}</button>
        </span>
      )}
      {isRefusing && <Why label={t.desk.refuseOfferWhy} send={(reason) => editing.send({ act: 'refuseOffer', version: row.version, reason })} close={() => setRefusing(false)} />}
    </div>
  )
}

/** Somebody wants the complainant marked as a rumour-monger: in force only when a second, senior officer agrees. */
function Rumour({ docket: { rumour, row }, editing, may }: { docket: DocketView; editing: Editing; may: boolean }) {
  const t = texts.value.desk
  const [answer, setAnswer] = useState<'confirmRumour' | 'refuseRumour' | null>(null)
  const me = useLink().viewer.value?.name
  if (!rumour) return null
  return (
    <div class="d-banner">
      <span>{rumour.confirmedBy ? t.rumourConfirmed(rumour.confirmedBy) : t.rumourProposed(rumour.proposedBy)} · <bdi>{rumour.reason}</bdi></span>
      {may && !rumour.confirmedBy && rumour.proposedBy !== me && answer === null && (
        <span class="d-banner-acts">
          <button type="button" class="act-small" onClick={() => setAnswer('confirmRumour')}>{t.confirmRumour}</button>
          <button type="button" class="act-small" onClick={() => setAnswer('refuseRumour')}>{t.refuseRumour}</button>
        </span>
      )}
      {answer && <Why label={t.rumourWhy} send={(reason) => editing.send({ act: answer, version: row.version, reason })} close={() => setAnswer(null)} />}
    </div>
  )
}

/** One line for a reason, and what it is for. */
function Why({ label, send, close }: { label: string; send: (reason: string) => Promise<boolean>; close: () => void }) {
  const t = texts.value
  const [reason, setReason] = useState('')
  return (
    <form class="d-why" onSubmit={(event) => { event.preventDefault(); if (reason.trim().length >= 3) void send(reason.trim()).then((isTaken) => { if (isTaken) close() }) }}>
      <label><span>{label}</span><input type="text" maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <button type="submit" class="act-small" disabled={reason.trim().length < 3}>{t.desk.send}</button>
      <button type="button" class="act-small" onClick={close}>{t.officer.cancel}</button>
    </form>
  )
}
