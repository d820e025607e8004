import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { texts } from '../language.ts'

/** A part of the page that is loaded when it is first drawn. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Later(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => loaded)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      if (Part) return
      load().then((part) => {
        loaded = part
        setPart(() => part)
      }, () => setFailed(true))
    }, [Part])
    if (Part) return <Part {...props} />
    return <p class="nothing">{hasFailed ? texts.value.field.notLoaded : texts.value.field.loading}</p>
  }
}
