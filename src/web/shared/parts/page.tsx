import { render } from 'preact'
import type { ComponentType } from 'preact'
import { LinkContext, useLink } from '../context.ts'
import { language, speak, texts } from '../language.ts'
import { openLink } from '../link.ts'
import { useLinkOnPage } from './link-badge.tsx'
import { Words } from './words-page.tsx'

/** Draws a console that lives on the connection; an ended session replaces it by words and a way back. */
export function startConsole(Console: ComponentType): void {
  speak(language.value)
  render(<LinkContext.Provider value={openLink()}><Session Console={Console} /></LinkContext.Provider>, document.body)
}

function Session({ Console }: { Console: ComponentType }) {
  const { ending } = useLink()
  useLinkOnPage()
  return ending.value === null ? <Console /> : <Ended because={ending.value} />
}

function Ended({ because }: { because: string }) {
  const t = texts.value.signIn
  return <Words title={t.ended} text={t.endedWhy} because={because} link={{ href: '/', text: t.home }} />
}
