import { run } from '../src/run.ts'

/** Plans who is told of an alert and tells them: consoles, push, gateway, mail. Run two: rows are claimed one by one. */
await run(['deliver'])
