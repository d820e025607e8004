import { SETTINGS } from '../../src/config.ts'

const BEGIN = '<!-- settings -->'
const END = '<!-- /settings -->'

/** The settings as a Markdown table, in the order of src/config.ts. */
export function settingsTable(): string {
  const rows = Object.entries(SETTINGS).map(([name, { schema, help, isSecret }]) => {
    const fallback = schema.safeParse(undefined)
    const value = fallback.success && fallback.data !== undefined ? `\`${String(fallback.data)}\`` : ''
    return `| \`${name}\` | ${value} | ${help.replaceAll('|', '\\|')}${isSecret ? `. Secret: may come from the file that \`${name}_FILE\` names` : ''} |`
  })
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The page with its table made anew. @throws when the marks of the table are missing. */
export function withSettingsTable(page: string): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`the page has no ${BEGIN} … ${END}`)
  return `${page.slice(0, begin)}${BEGIN}\n${settingsTable()}\n${page.slice(end)}`
}
