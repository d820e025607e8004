import { useEffect, useState } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { createDrafts } from './drafts.ts'
import type { Drafts, Shelf } from './drafts.ts'

let made: { personId: string; drafts: Drafts } | null = null

/** Null where the browser forbids storage. */
function shelfOfBrowser(): Shelf | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

/** The drafts of whoever is signed in; null until that is known. */
export function useDrafts(): Drafts | null {
  const { viewer, clock } = useLink()
  const personId = viewer.value?.personId
  if (personId === undefined) return null
  if (made?.personId !== personId) made = { personId, drafts: createDrafts(shelfOfBrowser(), personId, () => clock.now.value ?? Date.now()) }
  return made.drafts
}

/**
 * A field whose content outlives the page: written down at each change, until it is dropped because it was sent. Another docket or field
 * is another draft.
 */
export function useKept<Value>(docketId: string, field: string, blank: Value): { value: Value; set: (value: Value) => void; drop: () => void; wasKept: boolean } {
  const drafts = useDrafts()
  const read = (): Value | null => drafts?.read(docketId, field) as Value | null
  const [state, setState] = useState<{ of: string; value: Value; wasKept: boolean }>(() => ({ of: '', value: blank, wasKept: false }))
  const of = drafts ? `${docketId} ${field}` : ''
  useEffect(() => {
    if (state.of === of) return
    const kept = read()
    setState({ of, value: kept ?? blank, wasKept: kept !== null })
  }, [of])
  const current = state.of === of ? state : { of, value: read() ?? blank, wasKept: false }
  return {
    value: current.value, wasKept: current.wasKept,
    set(value) {
      setState({ of, value, wasKept: false })
      drafts?.write(docketId, field, value)
    },
    drop() {
      setState({ of, value: blank, wasKept: false })
      drafts?.drop(docketId, field)
    },
  }
}
