import type { DeskCommand } from '../domain/desk-acts.ts'
import type { Viewer } from '../domain/person.ts'
import { changeDesk } from './change-desk.ts'
import type { DeskDeps } from './change-desk.ts'
import type { Acted } from './change-alert.ts'
import { noDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import { mergeDocket } from './merge-docket.ts'
import { splitDocket } from './split-docket.ts'
import type { SplitDeps } from './split-docket.ts'

/** An act at the desk as a person sends it: the docket by id or number. */
export type DeskRequest = DeskCommand & { key: string; version?: number }

/** One act at the desk, whichever it is. @throws PrahariError forbidden, not-found, conflict, invalid, unavailable. */
export async function actOnDocket(deps: DeskDeps & SplitDeps, viewer: Viewer, idOrNumber: string, request: DeskRequest): Promise<Acted> {
  const docket = await findDocket(deps.store, idOrNumber)
  if (!docket) throw noDocket('id')
  const input = { docketId: docket.id, key: request.key, version: request.version ?? null }
  if (request.act === 'merge') return mergeDocket(deps, viewer, input, request)
  if (request.act === 'split') return splitDocket(deps, viewer, input, request)
  return changeDesk(deps, viewer, input, request)
}
