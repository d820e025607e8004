import { expect, it } from 'vitest'
import { loadByDistrict } from '../../../src/web/wall/load.ts'
import { HOLDER, anAlert } from '../alerts.ts'

it('counts what each district has to answer and holds, with its worst unanswered severity', () => {
  const loads = loadByDistrict([
    anAlert({ id: '1', severity: 'high' }), anAlert({ id: '2', severity: 'critical' }), anAlert({ id: '3', severity: 'critical', holder: HOLDER }),
    anAlert({ id: '4', where: [], severity: 'high' }),
  ])
  expect(loads.get('lucknow')).toEqual({ unanswered: 2, held: 1, worst: 'critical' })
  expect(loads.get('')).toEqual({ unanswered: 1, held: 0, worst: 'high' })
})
