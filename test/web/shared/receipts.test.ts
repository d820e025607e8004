import { expect, it } from 'vitest'
import { createReceipts } from '../../../src/web/shared/receipts.ts'

it('says of each alert that it is shown, once, again when its rung has risen, and nothing while nobody can see the page', () => {
  const said: string[] = []
  let isVisible = false
  const receipts = createReceipts(({ alertId, version, what }) => said.push(`${what} ${alertId} v${version}`), () => isVisible)
  const alert = (version: number, rung: number) => ({ id: 'a', version, rung })
  receipts.shown([alert(1, 0)])
  receipts.seen(alert(1, 0))
  expect(said).toEqual([])
  isVisible = true
  for (const one of [alert(1, 0), alert(2, 0), alert(3, 1)]) receipts.shown([one])
  receipts.seen(alert(3, 1))
  receipts.seen(alert(4, 1))
  expect(said.splice(0)).toEqual(['shown a v1', 'shown a v3', 'seen a v3'])
  receipts.forget()
  receipts.shown([alert(4, 1)])
  expect(said).toEqual(['shown a v4'])
})
