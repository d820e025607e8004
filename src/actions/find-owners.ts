import { isWithin } from '../domain/area.ts'
import { PrahariError } from '../domain/errors.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { mayAct } from '../domain/person.ts'
import type { Person, Role, Viewer } from '../domain/person.ts'
import { foldQuery, foldTerms } from '../triage/search/fold-terms.ts'
import type { Store } from './ports.ts'

export interface Owner {
  personId: string
  name: string
  role: Role
  scopeName: string
  scopeNameHi: string
}

const MOST_PEOPLE = 10_000
const MOST_ABOVE = 500
const MOST_TERMS = 200

/**
 * Persons by whom the queue of an area can be narrowed: who may act in it, in its own nodes or above, found by their name in
 * either script (each word by its beginning) or by their id; the nearest area first, then by name.
 * @throws PrahariError unavailable.
 */
export async function findOwners({ people }: Pick<Store, 'people'>, { scopePath }: Pick<Viewer, 'scopePath'>, q: string, limit: number): Promise<Owner[]> {
  const above = pathsDownTo(scopePath).slice(0, -1)
  const [own, ...higher] = await Promise.all([
    people.find({ index: 'byScope', range: { gte: scopePath, lt: `${scopePath}\uffff` }, limit: MOST_PEOPLE }),
    ...above.toReversed().map((path) => people.find({ index: 'byScope', equals: { scopePath: path }, limit: MOST_ABOVE })),
  ])
  const isFound = byName(q)
  const near = [own ?? [], ...higher].map((persons) => persons.filter((one) => !one.isDisabled && mayAct(one.role) && isFound(one)).sort((a, b) => a.name.localeCompare(b.name, 'en')))
  return near.flat().slice(0, limit).map(({ id, name, role, scopePath: path }) => {
    const { name: scopeName, nameHi: scopeNameHi } = nodeAt(path)
    return { personId: id, name, role, scopeName, scopeNameHi }
  })
}

function byName(q: string): (person: Person) => boolean {
  const typed = q.trim().toLowerCase()
  const wanted = foldQuery(q).map(({ text }) => text)
  return ({ id, name }) => {
    if (typed === '' || id.toLowerCase().startsWith(typed) || name.toLowerCase().includes(typed)) return true
    const words = foldTerms(name, MOST_TERMS)
    return wanted.length > 0 && wanted.every((word) => words.some((one) => one.startsWith(word)))
  }
}

/** @throws PrahariError invalid: a filter may name `me`, `nobody`, or whoever has or had an account in the area or above it. */
export async function mustBeOwner({ people }: Pick<Store, 'people'>, { scopePath }: Pick<Viewer, 'scopePath'>, owner: string | undefined): Promise<void> {
  if (owner === undefined || owner === 'me' || owner === 'nobody') return
  const person = await people.get(owner)
  if (!person || !(isWithin(scopePath, person.scopePath) || isWithin(person.scopePath, scopePath))) throw new PrahariError('invalid', 'there is no such person in your area', { field: 'query.owner' })
}
