import { CAST } from '../../scripts/stage/cast.ts'
import { docketFor } from '../../scripts/stage/scene.ts'
import { toAlertView } from '../../src/contract/alert-view.ts'
import type { AlertView } from '../../src/contract/alert-view.ts'

const AT = 1_790_000_000_000
const [first] = CAST.flatMap((role, i) => toAlertView(docketFor({ ...role, raisedAgoS: 0 }, i, AT), 'full') ?? [])

/** An open alert that nobody has, made by the rules of the domain, with some fields changed. */
export function anAlert(changes: Partial<AlertView> = {}): AlertView {
  if (!first) throw new Error('the cast is empty')
  return { ...first, ...changes }
}

/** Somebody who has an alert. */
export const HOLDER = { personId: 'si-farah-naqvi', name: 'SI Farah Naqvi', at: AT + 5_000 }
