import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { language, speak, texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { Words } from '../shared/parts/words-page.tsx'
import { findSession, goHome } from '../shared/session.ts'

/** The start page: whoever is signed in goes to the page of their role; the others learn how to sign in. */
function Home() {
  const [stage, setStage] = useState<'looking' | 'nobody' | 'unreachable'>('looking')
  const t = texts.value.signIn
  const look = (): void => {
    setStage('looking')
    void findSession().then((found) => {
      if (found.kind === 'in') goHome(found.home)
      else setStage(found.kind)
    })
  }
  useEffect(look, [])
  switch (stage) {
    case 'nobody': return <Words title={t.noToken} text={t.noTokenWhy} />
    case 'unreachable': return <Words title={t.unreachable} text={t.unreachableWhy} button={{ text: t.again, onClick: look }} />
    case 'looking': return <Words title={t.title} text={t.working} />
  }
}

speak(language.value)
render(<><div class="words-language"><LanguageSwitch /></div><Home /></>, document.body)
