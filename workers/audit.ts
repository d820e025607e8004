import { run } from '../src/run.ts'

/** Audits the engine from outside of it: never in the process that it judges. */
await run(['audit'])
