import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Announcer, Store } from '../../src/actions/ports.ts'
import { conditionOf } from '../../src/domain/condition.ts'
import { overriding } from './overriding.ts'

interface Ports {
  store: Store
  announcer: Announcer
}
type Sabotage = (ports: Ports, redisUrl: string) => Partial<Ports>

/** How long a write that was already answered is put off. */
const LAZY_MS = 400
/** Between the read and the write of a change that nobody guards. */
const RACE_MS = 10
/** The Redis set in which `ladder-in-redis` believes the running ladders to be. */
export const LADDER_SET = 'sabotage:ladders'

/** Each takes one safeguard away; the fault run of the promise that rests on it must then turn red. */
export const SABOTAGES: Readonly<Record<string, Sabotage>> = {
  /** P1: posts that no job opens are looked for by nobody. */
  'inbox-sweep': ({ store }) => ({
    store: overriding(store, { inbox: overriding(store.inbox, { find: (query) => (query.equals?.state === 'pending' ? Promise.resolve([]) : store.inbox.find(query)) }) }),
  }),
  /** P2: cuts of the stream are written down nowhere. */
  'gap-records': ({ store }) => ({
    store: overriding(store, {
      gaps: overriding(store.gaps, { insertMany: (gaps) => Promise.resolve(gaps.map(() => 'inserted')), find: () => Promise.resolve([]) }),
    }),
  }),
  /** P3: a docket is named by chance instead of by its case, and nobody looks whose posts are known. */
  'natural-keys': ({ store }) => ({
    store: overriding(store, {
      dockets: overriding(store.dockets, {
        insertMany: (dockets) => store.dockets.insertMany(dockets.map((one) => ({ ...one, id: `case-${randomUUID()}` }))),
        find: (query) => (query.index === 'byAuthor' || query.index === 'byConversation' || query.index === 'byMatter' ? Promise.resolve([]) : store.dockets.find(query)),
      }),
      echoes: overriding(store.echoes, { getMany: () => Promise.resolve([]) }),
    }),
  }),
  /** P4: the ladder runs on timers that Redis keeps, as delayed jobs would. */
  'ladder-in-store': ({ store }, redisUrl) => ({
    store: overriding(store, { dockets: overriding(store.dockets, { find: async (query) => (query.index === 'byDue' ? inRedis(redisUrl, await store.dockets.find(query)) : store.dockets.find(query)) }) }),
  }),
  /** P5, P6: whoever writes last wins, without looking; a little later than they read, so that a fast machine races too. */
  'version-guard': ({ store }) => {
    const { dockets } = store
    const write = (document: Parameters<typeof dockets.put>[0]): Promise<'replaced'> => sleep(RACE_MS).then(() => dockets.put(document)).then(() => 'replaced')
    return {
      store: overriding(store, {
        dockets: overriding(dockets, { replace: write, replaceMany: (changes) => Promise.all(changes.map(({ document }) => write(document))) }),
      }),
    }
  },
  /** P6: nobody remembers which keys were answered. */
  'remembered-keys': ({ store }) => {
    const { dockets } = store
    return { store: overriding(store, { dockets: overriding(dockets, { replace: (document, version) => dockets.replace(document.alert ? { ...document, alert: { ...document.alert, acts: [] } } : document, version) }) }) }
  },
  /** P2, P7: "written" is answered before it is true. */
  'write-before-answer': ({ store }) => {
    const { dockets, inbox } = store
    const later = (work: () => Promise<unknown>): void => void sleep(LAZY_MS).then(work).catch(() => undefined)
    return {
      store: overriding(store, {
        inbox: overriding(inbox, {
          insertMany(rows) {
            later(() => inbox.insertMany(rows))
            return Promise.resolve(rows.map(() => 'inserted'))
          },
        }),
        dockets: overriding(dockets, {
          replace(document, version) {
            later(() => dockets.replace(document, version))
            return Promise.resolve('replaced')
          },
        }),
      }),
    }
  },
  /** P14: the ledger's time is whatever the process believes it to be. */
  'store-clock': ({ store }) => ({ store: overriding(store, { now: () => Date.now() }) }),
  /** P15, a fault and no sabotage: an engine that sweeps and finds nothing due. */
  'blind-engine': ({ store }) => ({ store: withNothingDue(store) }),
  /** P15, a fault and no sabotage: an auditor that breaks at each look. */
  'throwing-auditor': ({ store }) => ({ store: overriding(store, { dockets: overriding(store.dockets, { find: () => Promise.reject(new Error('the auditor is broken')) }) }) }),
  /** P15: the last sign of a process is believed for ever. */
  'pulse-age': ({ store }) => ({
    store: overriding(store, {
      pulses: overriding(store.pulses, { find: async (query) => (await store.pulses.find(query)).map((pulse) => ({ ...pulse, at: store.now(), facts: { ...pulse.facts, lastSweepAt: store.now() } })) }),
    }),
  }),
  /** P15: the auditor looks at signs of life alone, not at what is overdue. */
  'audit-look': ({ store }) => ({ store: withNothingDue(store) }),
  /** P18: only news plans deliveries, nobody looks for alerts of which the news was lost. */
  'plan-sweep': ({ store }) => ({
    store: overriding(store, { dockets: overriding(store.dockets, { keys: (query) => (query.index === 'byAlertChange' ? Promise.resolve([]) : store.dockets.keys(query)) }) }),
  }),
  /** P18: a delivery that a process took is its own for ever. */
  'claim-end': ({ store }) => {
    const { deliveries } = store
    const forEver = (row: Parameters<typeof deliveries.put>[0]): typeof row => (row.claimedBy !== null && row.state === 'queued' && row.retryAt === null ? { ...row, dueAt: row.queuedAt + 3_600_000 } : row)
    return { store: overriding(store, { deliveries: overriding(deliveries, { replace: (row, version) => deliveries.replace(forEver(row), version) }) }) }
  },
  /** P18: no receipt is missed by anybody. */
  'receipt-limit': ({ store }) => {
    const { deliveries } = store
    const patient = (row: Parameters<typeof deliveries.put>[0]): typeof row => (row.state === 'sent' || row.retryAt !== null ? { ...row, dueAt: null } : row)
    return { store: overriding(store, { deliveries: overriding(deliveries, { replace: (row, version) => deliveries.replace(patient(row), version) }) }) }
  },
  /** P15: the auditor takes every sweep for finished just now. */
  'auditor-eyes': ({ store }) => ({
    store: overriding(store, {
      pulses: overriding(store.pulses, { find: async (query) => (await store.pulses.find(query)).map((pulse) => ({ ...pulse, facts: { ...pulse.facts, lastSweepAt: store.now(), lastInboxSweepAt: store.now() } })) }),
    }),
  }),
  /** P15: whoever finds a condition leaves it to those who deliver. */
  'direct-way': ({ store }) => ({
    store: overriding(store, {
      deliveries: overriding(store.deliveries, { find: async (query) => (query.index === 'byDocket' && conditionOf({ docketId: String(query.equals?.docketId) }) ? [] : store.deliveries.find(query)) }),
    }),
  }),
  /** P8: a board is never compared with the ledger. */
  'ledger-comparison': ({ store }) => ({ store: overriding(store, { dockets: overriding(store.dockets, { keys: () => Promise.resolve([]) }) }) }),
}

function withNothingDue(store: Store): Store {
  return overriding(store, { dockets: overriding(store.dockets, { find: (query) => (query.index === 'byDue' ? Promise.resolve([]) : store.dockets.find(query)) }) })
}

let redis: Redis | undefined

async function inRedis<Row extends { id: string }>(url: string, rows: Row[]): Promise<Row[]> {
  redis ??= new Redis({ path: url.slice('unix://'.length), maxRetriesPerRequest: 1, enableOfflineQueue: true }).on('error', () => undefined)
  if (rows.length === 0) return rows
  const known = await redis.smismember(LADDER_SET, ...rows.map((row) => row.id))
  return rows.filter((_, at) => known[at] === 1)
}
