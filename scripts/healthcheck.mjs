// The image's HEALTHCHECK: whether this container's process answers /livez, on the web port or on the port of a role without web.
const ports = [process.env.PRAHARI_OPS_PORT, process.env.PORT || '3000'].filter(Boolean)
const answers = await Promise.all(ports.map((port) =>
  fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(3_000) }).then(({ ok }) => ok, () => false)))
process.exitCode = answers.includes(true) ? 0 : 1
