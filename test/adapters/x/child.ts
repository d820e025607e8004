import { receivePosts } from '../../../src/actions/receive-posts.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import { runListener } from '../../../src/adapters/x/listener.ts'
import { makeVerdict } from '../../posts.ts'
import { MENTIONS, QUICK, TOKEN } from './stage.ts'

/** A listener in a process of its own on the file given, for tests that kill it. It prints its state as a line of JSON when it changes. */
const [, , file = '', baseUrl = '', holder = ''] = process.argv
const store = await openSqliteStore({ file })
const queues = { enqueueSos: async () => undefined, enqueueRoutine: async () => undefined }
const silent = (): void => undefined
const listener = runListener({
  config: { baseUrl, bearerToken: TOKEN, handle: 'PrahariUP', rules: () => [MENTIONS], timings: QUICK },
  store, holder, random: Math.random, log: { info: silent, warn: silent, error: silent },
  receive: (posts) => receivePosts({ store, queues, judge: () => makeVerdict('critical') }, posts),
  quarantine: async () => undefined,
})
let told = ''
setInterval(() => {
  const { isLeader, isConnected } = listener.state()
  const line = JSON.stringify({ isLeader, isConnected })
  if (line !== told) process.stdout.write(`${line}\n`)
  told = line
}, 5)
process.on('SIGTERM', () => void listener.stop().then(() => store.close()).then(() => process.exit(0)))
