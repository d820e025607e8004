import { useEffect, useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { Mark } from '../shared/parts/mark.tsx'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { closeDocket } from './address.ts'
import { asking, pressedDeed } from './asking.ts'
import { Banners } from './banners.tsx'
import { Conversation } from './conversation.tsx'
import { DeedBar } from './deed-bar.tsx'
import { useDocket } from './docket-state.ts'
import type { Opened } from './docket-state.ts'
import { useEditing } from './editing.ts'
import { ReplyBox } from './reply-box.tsx'
import { placeOf } from './row.tsx'
import { act } from './server.ts'
import { Side } from './side.tsx'

/** One docket with everything that is known and everything that can be done. */
export function Docket({ id }: { id: string }) {
  const opened = useDocket(id)
  const t = texts.value
  useEffect(() => () => { asking.value = null; pressedDeed.value = null }, [id])
  if (!opened.docket) {
    return (
      <section class="d-pane" aria-label={id}>
        <div class="d-head"><p class="digits">{id}</p><Close /></div>
        <p class="d-empty" role="status">{opened.reading === 'gone' ? t.desk.gone : opened.reading === 'unreachable' ? t.field.notLoaded : t.supervisor.loading}</p>
      </section>
    )
  }
  return <Known key={opened.docket.row.id} docket={opened.docket} opened={opened} />
}

function Known({ docket, opened }: { docket: DocketView; opened: Opened }) {
  const t = texts.value
  const { row } = docket
  const editing = useEditing(docket, opened)
  useLook(docket, opened)
  return (
    <section class="d-pane" aria-label={row.number} data-status={row.status} data-severity={row.severity} data-unanswered={row.isAlertOpen && docket.owner === null}>
      <header class="d-head">
        <span class="d-status" data-status={row.status}><StatusMark status={row.status} /> {t.desk.status[row.status]}</span>
        <span class="sev"><Mark severity={row.severity} isHollow={!row.isAlertOpen} /> {t.severity[row.severity]}</span>
        <h2 class="digits">{row.number}</h2>
        <OwnerLine docket={docket} />
        <Close />
      </header>
      <p class="d-title"><b>{t.category[row.category]}</b> · {placeOf(row, t)}{docket.locality && <> · {docket.locality}</>}{docket.landmark && <> · {docket.landmark}</>}</p>
      {opened.reading === 'unreachable' && <p class="d-failed" role="status">{t.desk.notFresh}</p>}
      <DeedBar docket={docket} opened={opened} editing={editing} />
      <div class="d-body">
        <div class="d-talk">
          <Banners docket={docket} opened={opened} editing={editing} />
          <Conversation docket={docket} opened={opened} />
          <ReplyBox docket={docket} opened={opened} editing={editing} />
        </div>
        <Side docket={docket} />
      </div>
    </section>
  )
}

function OwnerLine({ docket: { owner, row } }: { docket: DocketView }) {
  const t = texts.value
  const me = useLink().viewer.value?.personId
  return (
    <p class="d-head-owner" data-nobody={owner === null}>
      {owner ? <>{t.desk.owner} <b><bdi>{owner.personId === me ? t.desk.you : owner.name}</bdi></b> <small class="digits">{clockTime(owner.at)}</small></> : row.status === 'closed' ? '' : t.desk.nobodyHasIt}
    </p>
  )
}

function Close() {
  return <button type="button" class="quiet-button d-close" onClick={closeDocket}>{texts.value.desk.leave}</button>
}

const LOOK_MS = 2_500

/** Whoever may act and has it before their eyes for a moment has read what the citizen wrote. */
function useLook(docket: DocketView, opened: Opened): void {
  const may = useMayAct()
  const [told, setTold] = useState<number | null>(null)
  const { unreadSince } = docket.row
  useEffect(() => {
    if (unreadSince === null || unreadSince === told || !may || docket.isMasked) return
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return
      setTold(unreadSince)
      void act(docket.row.id, { act: 'look' }).then(({ answer }) => { if (answer) opened.take(answer.docket) })
    }, LOOK_MS)
    return () => clearTimeout(timer)
  }, [docket.row.id, unreadSince, may, docket.isMasked])
}
