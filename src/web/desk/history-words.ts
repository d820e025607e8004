import type { DocketView } from '../../contract/desk.ts'
import { shortTime } from '../shared/indian-time.ts'
import type { Texts } from './catalogue.ts'
import { correctionWords, postWords } from '../shared/words.ts'
import type { Node } from '../shared/nodes.ts'
import { nodeName } from '../shared/nodes.ts'

type Facts = DocketView['history'][number]['facts']

/** What belongs to an entry of the history, in words, in the order in which one would say it. @param nodes for the names of places; a path says itself where they are not known. */
export function factWords(what: string, facts: Facts, t: Texts, nodes: readonly Node[]): string[] {
  const text = (name: string): string | null => (typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : null)
  const place = (name: string): string | null => {
    const path = text(name)
    return path === null ? null : path.startsWith('/') ? placeName(path, t, nodes) : path
  }
  const d = t.desk
  const said: (string | null)[] = []
  if (what === 'forwarded' || what === 'not-ours' || what === 'moved-up' || what === 'offer-accepted' || what === 'offer-refused' || what === 'alert-moved') said.push(place('to') === null ? null : `→ ${place('to') ?? ''}`)
  if (what === 'returned') said.push(place('from') === null ? null : `← ${place('from') ?? ''}`)
  if (what === 'merged') said.push(text('into'))
  if (what === 'split') said.push(text('to'))
  if (what === 'accepted' || what === 'claim-taken-over') said.push(text('fromName') === null ? null : d.insteadOf(text('fromName') ?? ''))
  if (what === 'closed') said.push(closingWords(text('action'), t), text('reference'), text('summary'))
  if (what === 'follow-up') said.push(kindWords(text('kind'), t))
  if (what === 'corrected') said.push(correctionWords(facts, t))
  if (what === 'called') said.push(postWords([text('post') ?? ''], t))
  if (what === 'flagged') said.push(flagWords(text('flag'), t))
  if (typeof facts.rung === 'number') said.push(t.supervisor.rung(facts.rung))
  if (what === 'forwarded' && typeof facts.dueAt === 'number') said.push(d.untilTime(shortTime(facts.dueAt)))
  for (const name of ['note', 'reason', 'text']) if (what !== 'note-added' || name !== 'note') said.push(text(name))
  return said.filter((one): one is string => one !== null && one !== '')
}

function placeName(path: string, t: Texts, nodes: readonly Node[]): string {
  const node = nodes.find((one) => one.path === path)
  return node ? nodeName(node, t) : path.split('/').filter(Boolean).at(-1) ?? path
}

function closingWords(action: string | null, t: Texts): string | null {
  return action === null ? null : (t.desk.closing as Partial<Record<string, string>>)[action] ?? action
}

function kindWords(kind: string | null, t: Texts): string | null {
  return kind === null ? null : (t.threads.kind as Partial<Record<string, string>>)[kind] ?? kind
}

export function flagWords(flag: string | null, t: Texts): string | null {
  return flag === null ? null : t.desk.flag[flag] ?? flag
}
