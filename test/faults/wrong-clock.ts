/**
 * Loaded before everything else (`--import`) into a process of a fault run, its threads included: its time of day is
 * WRONG_CLOCK_MS off, as on a machine whose clock is wrong. SIGUSR2 sets it by as much again while it runs.
 */
const step = Number(process.env.WRONG_CLOCK_MS ?? 0)
const TrueDate = Date
let offMs = step
const now = (): number => TrueDate.now() + offMs

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as Date,
  apply: () => new TrueDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name) as unknown),
})
process.on('SIGUSR2', () => { offMs += step })

export {}
