import { z } from 'zod'

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()])
const time = z.number().nullable()

/** What is known of one docket, as it goes to a court or an auditor. Texts are those of the posts, unmasked. */
export const evidenceContent = z.object({
  format: z.literal('prahari-docket/1'),
  exportedAt: z.number(), exportedBy: z.object({ personId: z.string(), name: z.string(), role: z.string() }), reason: z.string(),
  docket: z.object({
    id: z.string(), number: z.string(), version: z.int(), status: z.string(), severity: z.string(), category: z.string(), isProtected: z.boolean(),
    where: z.array(z.string()).describe('Names of the nodes from the state down'), postedAt: z.number(), receivedAt: z.number(), openedAt: z.number(), updatedAt: z.number(),
    closing: z.object({ action: z.string(), reference: z.string().nullable(), summary: z.string(), name: z.string(), at: z.number() }).nullable(),
    reasons: z.array(z.string()).describe('Why triage judged so, with weights'),
  }),
  posts: z.array(z.object({ id: z.string(), authorId: z.string(), handle: z.string(), name: z.string(), at: z.number(), text: z.string(), textSha256: z.string(), source: z.string() })),
  media: z.array(z.object({ key: z.string(), postId: z.string(), type: z.string(), url: z.string(), alt: z.string().nullable(), state: z.string(), sentSha256: z.string().nullable().describe('Of the bytes as X sent them'), keptSha256: z.string().nullable().describe('Of the picture as it is kept') })),
  replies: z.array(z.object({ id: z.string(), kind: z.string(), state: z.string(), text: z.string(), name: z.string(), approvedName: z.string().nullable(), at: z.number(), postedAt: time, postId: z.string().nullable(), because: z.string() })),
  notes: z.array(z.object({ id: z.string(), name: z.string(), at: z.number(), text: z.string().nullable(), isPhoto: z.boolean() })),
  told: z.array(z.object({ personId: z.string(), name: z.string(), post: z.string(), rung: z.int(), channel: z.string(), state: z.string(), reason: z.string(), queuedAt: z.number(), sentAt: time, onDeviceAt: time, seenAt: time, acknowledgedAt: time })).describe('Who was told when, by which way, and what became of it'),
  shown: z.array(z.object({ personId: z.string(), name: z.string(), shownAt: z.number(), seenAt: time })).describe('On whose screen it stood, and who looked'),
  reads: z.array(z.object({ seq: z.int(), at: z.number(), who: z.string(), name: z.string().nullable(), what: z.string(), facts: z.record(z.string(), fact) })).describe('What the audit trail says of it: unmasked, exported'),
  history: z.array(z.object({ seq: z.int(), at: z.number(), who: z.string(), name: z.string().nullable(), what: z.string(), facts: z.record(z.string(), fact), previous: z.string(), hash: z.string(), madeVersion: z.int().optional() })),
  isHistoryWhole: z.boolean(),
})
export type EvidenceContent = z.infer<typeof evidenceContent>

/** The content with its proof: SHA-256 and Ed25519 signature over `JSON.stringify(content)`. */
export const evidence = z.object({
  content: evidenceContent,
  proof: z.object({ algorithm: z.literal('SHA-256, Ed25519'), sha256: z.string(), publicKey: z.string().describe('SPKI, DER, base64'), signature: z.string().describe('Base64') }),
})
export type Evidence = z.infer<typeof evidence>

export const exportBody = z.strictObject({ reason: z.string().trim().min(5).max(300) })
