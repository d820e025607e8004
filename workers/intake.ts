import { run } from '../src/run.ts'

/** Opens dockets and raises alerts from both queues. Run as many as the load needs. */
await run(['intake-sos', 'intake-routine'])
