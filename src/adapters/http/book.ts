import type { Response } from 'express'
import type { DocketBook } from '../../actions/docket-book.ts'
import { exportDockets } from '../../actions/export-dockets.ts'
import { exportReport } from '../../actions/export-report.ts'
import { findOwners } from '../../actions/find-owners.ts'
import { listDockets } from '../../actions/list-dockets.ts'
import type { Store } from '../../actions/ports.ts'
import { readDaily } from '../../actions/read-daily.ts'
import { readReport } from '../../actions/read-report.ts'
import { indianDay } from '../../domain/docket.ts'
import type { Handlers } from './handlers.ts'

export interface BookHttpDeps {
  store: Store
  book: DocketBook
}

type Names = 'dockets' | 'owners' | 'docketsCsv' | 'report' | 'reportCsv' | 'dailySummary'

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Lists of dockets, search and reports. */
export function bookHandlers({ store, book }: BookHttpDeps): Pick<Handlers, Names> {
  const deps = { store, book, pause }
  return {
    dockets: ({ query }, viewer) => listDockets(deps, viewer, query),
    owners: async ({ query }, viewer) => ({ owners: await findOwners(store, viewer, query.q, query.limit) }),
    docketsCsv: async ({ query, response }, viewer) => sendCsv(response, `dockets-${indianDay(store.now())}`, await exportDockets(deps, viewer, query)),
    report: ({ query }, viewer) => readReport(deps, viewer, query),
    reportCsv: async ({ query, response }, viewer) => sendCsv(response, `${query.table}-${indianDay(store.now())}`, await exportReport(deps, viewer, query)),
    dailySummary: ({ query }, viewer) => readDaily(deps, viewer, query),
  }
}

/** Always as a file: a table from our own address must never be shown as a page. */
function sendCsv(response: Response, name: string, text: string): void {
  response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}.csv"`, 'X-Content-Type-Options': 'nosniff' })
  response.send(text)
}
