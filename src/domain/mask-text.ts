/** What stands for what was masked: neutral words that no lexicon knows. */
const HANDLE = '@user'
const NUMBER = '[number]'
const LINK = '[link]'

/** Seven digits and more in either script, with single separators between: telephone, Aadhaar and account numbers. */
const LONG_NUMBER = /(?:\+\s?)?[0-9०-९](?:[ \-.()]?[0-9०-९]){6,30}/gu
const ADDRESS = /(?:https?:\/\/|www\.|t\.co\/)[^\s]{1,500}/giu
const MAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/giu
const MENTION = /@([A-Za-z0-9_]{1,30})/gu

/**
 * The text without what names a person or leads to one: links, mail addresses, handles, long numbers. The handles given
 * (lower case, without @: our own and those of the force) stay, since they say who was called. Names and addresses written
 * in words stay too: what is masked is no anonymous text.
 */
export function maskText(text: string, keep: ReadonlySet<string> = new Set()): string {
  return text
    .replace(ADDRESS, LINK)
    .replace(MAIL, LINK)
    .replace(MENTION, (whole, handle: string) => (keep.has(handle.toLowerCase()) ? whole : HANDLE))
    .replace(LONG_NUMBER, NUMBER)
}
