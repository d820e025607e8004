import { z } from 'zod'
import { findNode } from '../domain/jurisdiction.ts'

const score = z.number().min(0).max(100)
const factor = z.number().min(0).max(5)
const points = z.number().min(0).max(100)
const handle = z.string().regex(/^[a-z0-9_]{1,15}$/, 'must be an X handle in lower case without @')

const each = <Name extends string>(names: readonly Name[], one: z.ZodNumber): z.ZodObject<Record<Name, z.ZodOptional<z.ZodNumber>>, z.core.$strict> =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, one.optional()])) as Record<Name, z.ZodOptional<z.ZodNumber>>)

/**
 * Changes to the default triage policy: whatever is not named stays as it is. Unknown names are refused, since a threshold
 * that is spelt wrong would change nothing and tell nobody.
 */
export const policyChanges = z.strictObject({
  severityFrom: each(['critical', 'high', 'normal', 'low'], score).describe('Lowest score of each severity'),
  placeFrom: z.number().min(0).max(1).describe('Confidence from which a district is named'),
  points: each(['life', 'serious', 'matter', 'minor', 'talk'], points).describe('Points of a cue told plainly'),
  when: each(['now', 'fresh', 'today', 'still', 'unsaid', 'future', 'might', 'habit', 'past', 'old'], factor),
  whom: each(['mine', 'somebody', 'nobody'], factor),
  stance: each(['news', 'fiction', 'thanks', 'politics', 'advice', 'advert', 'question', 'if', 'rumour', 'civic'], factor),
  plea: each(['withDanger', 'alone', 'fear', 'frail'], points),
  model: z.strictObject({ most: each(['up', 'down'], points), slope: z.number().min(0).max(100), overrules: z.number().min(0).max(20) }).partial().describe('How far the learnt model may go'),
  ownHandles: z.array(handle).max(100).describe('Our own accounts; replaces the list'),
  districtHandles: z.record(handle, z.string().refine((id) => findNode(id)?.kind === 'district', 'must be the id of a district')).describe('Handle → district; added to the list'),
}).partial()
