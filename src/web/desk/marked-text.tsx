import type { ComponentChildren } from 'preact'
import type { FindingView } from '../../contract/replying.ts'
import { highlight, langOf } from '../shared/highlight.ts'

const WEIGHT: Record<FindingView['level'], number> = { stops: 3, 'needs-second': 2, note: -1 }

/** A text field that grows with its text, over a copy of it in which what the gate found is underlined. */
export function MarkedText({ text, findings, children }: { text: string; findings: readonly FindingView[]; children: ComponentChildren }) {
  const evidence = findings.map(({ level, start, end }) => ({ weight: WEIGHT[level], start, end }))
  return (
    <div class="marked-frame"><div class="marked-text">
      <div class="marked-copy" aria-hidden="true" lang={langOf(text)} dir="auto">
        {highlight(text, evidence).map(({ text: piece, speaks }, index) => (speaks === null ? <span key={index}>{piece}</span> : <mark key={index} class={speaks === 'for' ? 'finds-grave' : 'finds-note'}>{piece}</mark>))}{'\n'}
      </div>
      {children}
    </div></div>
  )
}
