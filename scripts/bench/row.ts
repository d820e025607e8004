/** What a figure is held against in the same run: a bare part, or the same figure without load. */
interface Limit {
  name: string
  value: number
}

interface Aim {
  text: string
  isMet: (value: number, ratio: number | null) => boolean
}

/** One figure of the bench. */
export interface Row {
  bench: string
  name: string
  value: number
  unit: string
  limit: number | null
  limitName: string | null
  /** value ÷ limit: for times and memory above 1 is worse than the limit, for rates below 1 is. */
  ratio: number | null
  aim: string | null
  isMet: boolean | null
  /** How many samples, under what load. */
  note: string
}

export interface Figure {
  bench: string
  name: string
  value: number
  unit: string
  limit?: Limit
  aim?: Aim
  note?: string
}

export function row({ bench, name, value, unit, limit, aim, note = '' }: Figure): Row {
  const ratio = limit && limit.value > 0 ? value / limit.value : null
  return {
    bench, name, value, unit, note, ratio,
    limit: limit?.value ?? null, limitName: limit?.name ?? null,
    aim: aim?.text ?? null, isMet: aim ? aim.isMet(value, ratio) : null,
  }
}

export const atMost = (most: number, unit: string): Aim => ({ text: `≤ ${write(most)} ${unit}`.trim(), isMet: (value) => value <= most })
export const atLeast = (least: number, unit: string): Aim => ({ text: `≥ ${write(least)} ${unit}`.trim(), isMet: (value) => value >= least })
export const ratioAtMost = (most: number, of: string): Aim => ({ text: `≤ ${most} × ${of}`, isMet: (_, ratio) => ratio !== null && ratio <= most })

/** Three significant digits, thousands apart. */
export function write(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const head = ['', 'measured', 'limit in the same run', 'ratio', 'aim', 'note']
  const cells = rows.map((one) => [
    one.name, `${write(one.value)} ${one.unit}`.trim(),
    one.limit === null ? '' : `${write(one.limit)} ${one.unit} ${one.limitName ?? ''}`,
    one.ratio === null ? '' : `× ${one.ratio.toFixed(2)}`,
    one.aim === null ? '' : `${one.isMet ? '✓' : '✗'} ${one.aim}`, one.note,
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)))
  const line = (texts: readonly string[]): string => `  ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  return [line(head), ...cells.map(line)].join('\n')
}
