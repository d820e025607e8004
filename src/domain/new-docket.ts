import { raise } from './alert.ts'
import type { AlertEvent } from './alert.ts'
import { factsOf } from './correction.ts'
import type { Correction } from './correction.ts'
import { crowdEvent, isCrowd, raisedByCrowd } from './crowd.ts'
import { timedBy } from './desk-clock.ts'
import { docketIdFor, evolve, withAlert } from './docket.ts'
import type { Docket } from './docket.ts'
import type { ThreadContext } from './follow-up.ts'
import { DRILL_PATH, isDrill } from './drill.ts'
import { textFact } from './history.ts'
import { pathForPlace } from './jurisdiction.ts'
import type { Post } from './post.ts'
import { isSos } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** A post that gets a docket of its own. */
export interface Opening {
  post: Post
  verdict: Verdict
  receivedAt: number
  number: string
  authorId: string | null
  matter: string | null
  /** What the machine had said, where persons said otherwise before it had a docket. */
  corrected?: { machine: Verdict; corrections: Correction[] } | undefined
  /**
   * The incident to which it belongs, how many people by now report its matter (the author included), and its size as far as
   * its other dockets know it.
   */
  incident: { id: string; authors: number; size: number } | null
}

/** The docket of a case, with its alert when it is SoS; where a crowd reports the same matter it opens one step graver. */
export function newDocket(opening: Opening, context: ThreadContext): Docket {
  const { post, verdict, receivedAt, number, authorId, matter, corrected, incident } = opening
  const { now, sha256, policy } = context
  const path = isDrill(post) ? DRILL_PATH : pathForPlace(verdict.place)
  const isRaised = incident !== null && matter !== null && !corrected && isCrowd(matter, incident.authors)
  const blank: Docket = {
    id: docketIdFor(post.caseId), version: 0, number, status: 'open', path,
    post, thread: [], verdict, alert: null,
    authorId, conversationId: post.conversationId, matter,
    ...(incident ? { incidentId: incident.id, incident: { id: incident.id, dockets: incident.size, authors: incident.authors } } : {}), ...(incident && isRaised ? { raisedFor: [incident.id] } : {}),
    postedAt: post.createdAt, receivedAt, openedAt: now, updatedAt: now,
    history: [], alertOpen: 0, nextDueAt: null, ...timedBy({}, policy),
    ...(post.source === 'phone' || post.source === 'walk-in' || post.source === 'drill' ? { origin: post.source } : {}),
  }
  const by = { who: 'system', now, sha256 }
  const events: AlertEvent[] = [
    { what: 'opened', facts: { number, postId: post.id, severity: verdict.severity, path, ...textFact(post.text, sha256) } },
    ...(incident ? [{ what: 'linked', facts: { incidentId: incident.id } }] : []),
    ...(incident && isRaised ? [crowdEvent(incident.id, incident.authors)] : []),
  ]
  if (corrected) return openedByCorrection(blank, corrected, events, context)
  const severity = isRaised ? raisedByCrowd(verdict.severity) : verdict.severity
  if (!isSos(severity)) return evolve(blank, {}, events, by)
  const raised = raise(severity, policy, path, now)
  // Nobody is told of a drill: its ladder rests.
  const alert = isDrill(post) ? { ...raised.alert, nextDueAt: null } : raised.alert
  return withAlert(blank, alert, [...events, ...raised.events], by)
}

/** The docket of a post that persons corrected: what the machine had said and who said otherwise stand before the alert in its history. */
function openedByCorrection(blank: Docket, { machine, corrections }: NonNullable<Opening['corrected']>, events: AlertEvent[], { now, sha256, policy }: ThreadContext): Docket {
  const system = { who: 'system', now, sha256 }
  const told = corrections.reduce(
    (docket, one) => evolve(docket, {}, [{ what: 'corrected', facts: factsOf(one) }], { who: one.personId, now: one.at, sha256 }),
    evolve(blank, { machine, corrections, correctedAt: corrections.at(-1)?.at ?? now }, events, system),
  )
  if (!isSos(blank.verdict.severity)) return { ...told, updatedAt: now }
  const raised = raise(blank.verdict.severity, policy, blank.path, now)
  return withAlert(told, raised.alert, raised.events, system)
}
