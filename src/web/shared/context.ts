import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Link } from './link.ts'

export const LinkContext = createContext<Link | null>(null)

/** The page's connection to the server. */
export function useLink(): Link {
  const link = useContext(LinkContext)
  if (!link) throw new Error('rendered outside of LinkContext')
  return link
}
