/** What the listener needs of a logger; pino's satisfies it. Facts never hold post text, names or tokens. */
export interface ListenerLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
