import { run } from './run.ts'

/** The web process; PRAHARI_ROLES adds others (on one machine: the SoS intake and the sweeps). */
await run(['web'])
