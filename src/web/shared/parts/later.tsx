import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { texts } from '../language.ts'

/** A part of the page that is loaded when it is first drawn. */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | null = null
  return function Later() {
    const [Part, setPart] = useState<ComponentType | null>(() => loaded)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      if (Part) return
      load().then((part) => {
        loaded = part
        setPart(() => part)
      }, () => setFailed(true))
    }, [Part])
    if (Part) return <Part />
    return <p class="nothing">{hasFailed ? texts.value.field.notLoaded : texts.value.field.loading}</p>
  }
}
