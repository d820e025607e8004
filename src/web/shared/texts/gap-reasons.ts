/** Why the stream was cut, for a person. The words of the record (docs/x.md) are the keys; what X calls a disconnect is among them. */
const en = {
  known: {
    'closed-by-x': 'closed by X', reset: 'connection broke', silence: 'silence', 'no-headers': 'no answer', 'http-0': 'answer cut short',
    'store-too-slow': 'store too slow', 'too-many-connections': 'another connection', 'no-rules': 'no stream rules', 'rate-limited': 'too many requests',
    'listener-started': 'nobody listened', 'listener-stopped': 'listener stopped', 'leading ended': 'listener ended', 'lease-lost': 'change of listener',
    OperationalDisconnect: 'ended by X', UpstreamOperationalDisconnect: 'ended by X', ForceDisconnect: 'replaced by X',
  } as Record<string, string>,
  http: (status: string) => `X: error ${status}`,
  network: (what: string) => `no connection (${what})`,
}
const hi: typeof en = {
  known: {
    'closed-by-x': 'X ने बंद किया', reset: 'संपर्क टूटा', silence: 'मौन', 'no-headers': 'उत्तर नहीं', 'http-0': 'उत्तर अधूरा',
    'store-too-slow': 'भंडार धीमा', 'too-many-connections': 'दूसरा संपर्क', 'no-rules': 'नियम नहीं', 'rate-limited': 'अनुरोध बहुत अधिक',
    'listener-started': 'श्रोता नहीं था', 'listener-stopped': 'श्रोता रोका गया', 'leading ended': 'श्रोता रुका', 'lease-lost': 'श्रोता बदला',
    OperationalDisconnect: 'X ने समाप्त किया', UpstreamOperationalDisconnect: 'X ने समाप्त किया', ForceDisconnect: 'X ने दूसरा चुना',
  },
  http: (status) => `X: त्रुटि ${status}`,
  network: (what) => `संपर्क नहीं (${what})`,
}
export const gapReasonsEn = en
export const gapReasonsHi = hi

/** The reason of a gap in words; what nobody foresaw stays as the record has it. */
export function gapReason(reason: string, words: typeof en): string {
  const known = words.known[reason]
  if (known !== undefined) return known
  const [, kind, rest = ''] = /^(http|network)-(.+)$/.exec(reason) ?? []
  return kind === 'http' ? words.http(rest) : kind === 'network' ? words.network(rest) : reason
}
