import type { DocketStatus } from '../../../domain/docket.ts'

/** The status of a docket as a shape; colour and word stand beside it: a full square, a half one, a tick, a diamond that came back. */
export function StatusMark({ status }: { status: DocketStatus }) {
  return (
    <svg class="status-mark" viewBox="0 0 24 24" aria-hidden="true">
      {status === 'open' && <path class="status-full" d="M3 3h18v18H3z" />}
      {status === 'in-process' && <><path class="status-line" d="M3.5 3.5h17v17h-17z" /><path class="status-full" d="M3 12h18v9H3z" /></>}
      {status === 'closed' && <path class="status-line" d="M3.5 12.5l6 6.5L21 5" />}
      {status === 'reopened' && <><path class="status-full" d="M12 .5 23.5 12 12 23.5.5 12z" /><path class="status-sign" d="M12 6.5v6M12 15.5v2" /></>}
    </svg>
  )
}
