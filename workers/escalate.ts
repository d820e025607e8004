import { run } from '../src/run.ts'

/** Sweeps for due escalations and forgotten posts. Run two: the guarded replace lets any number sweep. */
await run(['escalate'])
