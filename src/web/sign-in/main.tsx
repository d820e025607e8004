import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { language, speak, texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { Words } from '../shared/parts/words-page.tsx'
import { goHome, startSession } from '../shared/session.ts'

type Stage = 'working' | 'no-token' | 'refused' | 'unreachable'

/** The token comes in the fragment, which no server and no proxy ever sees; it leaves the address bar at once. */
function takeToken(): string {
  const token = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  return token
}

function SignIn({ token }: { token: string }) {
  const [stage, setStage] = useState<Stage>(token ? 'working' : 'no-token')
  const t = texts.value.signIn
  const go = (): void => {
    setStage('working')
    void startSession(token).then((found) => {
      if (found.kind === 'in') goHome(found.home)
      else setStage(found.kind === 'nobody' ? 'refused' : 'unreachable')
    })
  }
  useEffect(() => { if (token) go() }, [token])
  switch (stage) {
    case 'no-token': return <Words title={t.noToken} text={t.noTokenWhy} link={{ href: '/', text: t.home }} />
    case 'refused': return <Words title={t.refused} text={t.refusedWhy} link={{ href: '/', text: t.home }} />
    case 'unreachable': return <Words title={t.unreachable} text={t.unreachableWhy} button={{ text: t.again, onClick: go }} />
    case 'working': return <Words title={t.title} text={t.working} />
  }
}

speak(language.value)
render(<><div class="words-language"><LanguageSwitch /></div><SignIn token={takeToken()} /></>, document.body)
