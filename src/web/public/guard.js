// Beside a console that runs unattended: loads the page anew when its scripts did not start, or broke. A page that works
// puts the state of its link on the root element within a moment; one that is broken cannot.
(() => {
  const CHECK_MS = 5_000
  const START_LIMIT_MS = 20_000
  const LEAST_AGE_MS = 30_000
  let isBroken = false
  addEventListener('error', ({ error }) => { if (error) isBroken = true })
  const look = async () => {
    const age = performance.now()
    const hasStarted = document.documentElement.dataset.link !== undefined
    if (!(isBroken && age > LEAST_AGE_MS) && (hasStarted || age < START_LIMIT_MS)) return
    const isThere = await fetch('/livez', { cache: 'no-store' }).then(({ ok }) => ok, () => false)
    if (isThere) location.reload()
  }
  setInterval(() => void look(), CHECK_MS)
})()
