import { signal } from '@preact/signals'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { getJson } from '../shared/requests.ts'
import { texts } from './catalogue.ts'

type Owner = RouteAnswer<'owners'>['owners'][number]

const TYPING_MS = 150
/** The names of persons that were met, by id, so that a chosen one is called by name. */
const known = signal<ReadonlyMap<string, string>>(new Map())

/** Whom a filter names, as people call them; the id where the page has not met the name yet. */
export function ownerWords(owner: string, t: { you: string; nobody: string }): string {
  if (owner === 'me') return t.you
  return owner === 'nobody' ? t.nobody : (known.value.get(owner) ?? owner)
}

/** Learns the name of a person that an address or a saved view named. */
export function useOwnerName(owner: string | undefined): void {
  useEffect(() => {
    if (owner === undefined || owner === 'me' || owner === 'nobody' || known.value.has(owner)) return
    void ask(owner)
  }, [owner])
}

async function ask(q: string): Promise<readonly Owner[] | null> {
  try {
    const { owners } = await getJson<RouteAnswer<'owners'>>(`/api/owners?q=${encodeURIComponent(q)}`)
    known.value = new Map([...known.value, ...owners.map(({ personId, name }) => [personId, name] as const)])
    return owners
  } catch {
    return null
  }
}

/** Who has it: me, nobody, or a person of the area, typed by name in either script, walked with the arrow keys, taken with Enter. */
export function OwnerField({ chosen, choose }: { chosen: string | undefined; choose: (owner: string | undefined) => void }) {
  const t = texts.value.desk
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ for: string; owners: readonly Owner[] } | null>(null)
  /** Enter was pressed before the answer to what is typed was there: its first is taken then, and never one of an older answer. */
  const isTaking = useRef(false)
  const [at, setAt] = useState(0)
  const id = useId()
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => void ask(typed).then((owners) => {
      if (!isCurrent) return
      setFound({ for: typed, owners: owners ?? [] })
      setAt(0)
      const [first] = owners ?? []
      if (isTaking.current && first) choose(first.personId)
      isTaking.current = false
    }), TYPING_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed])
  const options = [
    ...(typed === '' ? (['me', 'nobody'] as const).map((owner) => ({ owner, name: ownerWords(owner, t), under: '' })) : []),
    ...(found?.owners ?? []).map(({ personId, name, scopeName, scopeNameHi }) => ({ owner: personId, name, under: texts.value.code === 'hi' ? scopeNameHi : scopeName })),
  ]
  const take = (index: number): void => {
    const one = options[index]
    if (one) choose(one.owner === chosen ? undefined : one.owner)
  }
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt(Math.min(Math.max(0, at + step), Math.max(0, options.length - 1)))
    else if (event.key === 'Enter' && typed !== '' && found?.for !== typed) isTaking.current = true
    else if (event.key === 'Enter' && options.length > 0) take(at)
    else return
    event.preventDefault()
  }
  return (
    <div class="district-field">
      <label for={id}>{t.ownerOptions}</label>
      <input
        id={id} type="text" autocomplete="off" maxLength={60} placeholder={t.typeOwner} value={typed}
        role="combobox" aria-expanded={options.length > 0} aria-controls={`${id}-list`} aria-activedescendant={options[at] ? `${id}-${at}` : undefined} aria-autocomplete="list"
        onInput={(event) => { setTyped(event.currentTarget.value); isTaking.current = false }} onKeyDown={press}
      />
      <div class="d-options" role="listbox" id={`${id}-list`} aria-label={t.ownerOptions}>
        {options.map(({ owner, name, under }, index) => (
          <div key={owner} id={`${id}-${index}`} role="option" aria-selected={index === at} class="d-option" data-chosen={owner === chosen} onMouseDown={(event) => { event.preventDefault(); take(index) }}>
            {owner === chosen && <span aria-hidden="true">✓ </span>}<bdi>{name}</bdi> <small>{under}</small>
          </div>
        ))}
      </div>
      {typed !== '' && found?.for === typed && found.owners.length === 0 && <small role="status">{t.noOwner}</small>}
    </div>
  )
}
