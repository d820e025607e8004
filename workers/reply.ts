import { run } from '../src/run.ts'

/** Sends answers to X and acknowledges what came in. Run two: one sends by the lease, the other stands by. */
await run(['reply'])
