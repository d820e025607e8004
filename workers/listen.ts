import { run } from '../src/run.ts'

/** Listens to X and records what it sees. Run two: one listens by the lease, the other stands by. */
await run(['listen'])
