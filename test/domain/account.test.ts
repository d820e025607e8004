import { describe, expect, it } from 'vitest'
import { changeFacts, checkAccount, checkPlace, withChange } from '../../src/domain/account.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { mayAdminister, mayAudit, ROLES } from '../../src/domain/person.ts'
import type { Person, Viewer } from '../../src/domain/person.ts'

const LUCKNOW = findNode('lucknow')?.path ?? ''
const person: Person = { id: 'ravi', version: 3, name: 'Ravi', role: 'officer', scopePath: LUCKNOW, isDisabled: false, createdAt: 1, email: 'ravi@example.org' }
const admin = (scopePath: string): Viewer => ({ personId: 'boss', name: 'Boss', role: 'admin', scopePath })

describe('a change of an account', () => {
  it('is told before and after; of a contact only that it changed', () => {
    const after = withChange(person, { role: 'supervisor', email: 'secret@example.org', phone: '+919000000001', channels: ['push'], isDisabled: true, name: 'Ravi K' })
    expect(after).toEqual({ ...person, version: 4, role: 'supervisor', email: 'secret@example.org', phone: '+919000000001', channels: ['push'], isDisabled: true, name: 'Ravi K' })
    const facts = changeFacts(person, after)
    expect(facts).toEqual({ roleWas: 'officer', roleIs: 'supervisor', disabledWas: false, disabledIs: true, channelsWas: '', channelsIs: 'push', name: 'changed', email: 'changed', phone: 'set' })
    expect(JSON.stringify(facts)).not.toMatch(/example|9000|Ravi/)
    expect(withChange(after, { email: null })).not.toHaveProperty('email')
    expect(changeFacts(person, withChange(person, {}))).toEqual({})
  })

  it('is never of the own account, of somebody outside the area, of a wall, or into more than the own area', () => {
    const kind = (act: () => void): string => { try { act() } catch (error) { return (error as { kind: string }).kind } return 'allowed' }
    expect(kind(() => checkAccount(admin('/up/'), person, person))).toBe('allowed')
    expect(kind(() => checkAccount(admin(LUCKNOW), person, person))).toBe('allowed')
    expect(kind(() => checkAccount({ ...admin('/up/'), personId: 'ravi' }, person, person))).toBe('forbidden')
    expect(kind(() => checkAccount(admin(findNode('agra')?.path ?? ''), person, person))).toBe('not-found')
    expect(kind(() => checkAccount(admin('/up/'), undefined, null))).toBe('not-found')
    expect(kind(() => checkAccount(admin('/up/'), { ...person, role: 'wall' }, null))).toBe('invalid')
    expect(kind(() => checkAccount(admin(LUCKNOW), person, { role: 'officer', scopePath: '/up/' }))).toBe('forbidden')
    expect(kind(() => checkPlace(admin('/up/'), { role: 'wall', scopePath: LUCKNOW }))).toBe('invalid')
  })

  it('is an administrator\'s alone; the trail is an auditor\'s as well', () => {
    expect(ROLES.filter(mayAdminister)).toEqual(['admin'])
    expect(ROLES.filter(mayAudit)).toEqual(['admin', 'auditor'])
  })
})
