/** A rule that Prahari wants on the stream. */
export interface StreamRule {
  /** Our own name of it, without the prefix that it gets on X. */
  tag: string
  value: string
}

/** Marks our rules among those of other users of the same app. */
export const TAG_PREFIX = 'prahari:'
/** Longest rule of the stream and longest query of search that self-serve access allows, code points. */
export const MAX_RULE_LENGTH = 1_024
export const MAX_QUERY_LENGTH = 512

/** Operators that search does not know: posts which only they bring cannot be read again after a gap. */
const STREAM_ONLY = /^(?:bio|bio_name|bio_location|user_bio|sample|source|url_title|url_description|url_contains|followers_count|following_count|tweets_count|listed_count|embedding)$/

export function wireTag(rule: StreamRule): string {
  return TAG_PREFIX + rule.tag
}

/** What is wrong with the desired rules before X is even asked, one sentence each; empty when nothing is. */
export function problemsOfRules(rules: readonly StreamRule[]): string[] {
  const problems = rules.flatMap((rule) => {
    const length = [...rule.value].length
    if (!/^[\w.:-]{1,60}$/.test(rule.tag)) return [`rule tag '${rule.tag.slice(0, 80)}' must be 1 to 60 letters, digits, '_', '.', ':' or '-'`]
    if (rule.value.trim() === '') return [`rule '${rule.tag}' is empty`]
    return length > MAX_RULE_LENGTH ? [`rule '${rule.tag}' has ${length} characters; X allows ${MAX_RULE_LENGTH}`] : []
  })
  const twice = (what: string, values: readonly string[]): string[] =>
    [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map((value) => `${what} '${value.slice(0, 80)}' is given twice`)
  return [...problems, ...twice('rule tag', rules.map((rule) => rule.tag)), ...twice('rule', rules.map((rule) => rule.value.trim()))]
}

/** Why a gap of this rule cannot be filled by search, or null when it can. */
export function whyNotRecoverable(value: string): string | null {
  const length = [...value].length
  if (length > MAX_QUERY_LENGTH) return `${length} characters, search takes ${MAX_QUERY_LENGTH}`
  for (const word of outsideQuotes(value).split(/[\s()]+/)) {
    const operator = /^-?([a-z_]+):/i.exec(word)?.[1]?.toLowerCase()
    if (operator && STREAM_ONLY.test(operator)) return `search does not know ${operator}:`
    if (/^~\d+$/.test(word)) return 'search does not know proximity'
  }
  return null
}

/** The rule with each quoted phrase replaced by a quote; what follows a phrase directly (`~3`) becomes a word. */
function outsideQuotes(value: string): string {
  return value.split('"').filter((_, index) => index % 2 === 0).join(' ')
}
