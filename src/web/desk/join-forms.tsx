import { useState } from 'preact/hooks'
import type { DocketList, DocketRow } from '../../contract/docket-row.ts'
import type { DocketView } from '../../contract/desk.ts'
import { langOf, snippet } from '../shared/highlight.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { getJson } from '../shared/requests.ts'
import type { Editing } from './editing.ts'
import { FormButtons, sender } from './form-buttons.tsx'
import { useKept } from './kept.ts'
import { placeOf } from './row.tsx'

/** Into which docket: by its number, shown before anything is done. */
export function MergeForm({ docket: { row }, editing }: { docket: DocketView; editing: Editing }) {
  const t = texts.value
  const { value, set, drop } = useKept(row.id, 'merge', '')
  const [found, setFound] = useState<DocketRow | 'nobody' | null>(null)
  const look = async (typed: string): Promise<void> => {
    setFound(null)
    if (typed.trim().length < 4) return
    const { dockets } = await getJson<DocketList>(`/api/dockets?limit=5&q=${encodeURIComponent(typed.trim())}`).catch(() => ({ dockets: [] as DocketRow[] }))
    setFound(dockets.find(({ id, number }) => id !== row.id && number.endsWith(typed.trim().toUpperCase())) ?? dockets.find(({ id }) => id !== row.id) ?? 'nobody')
  }
  return (
    <>
      <label><span>{t.desk.mergeInto}</span><input type="text" maxLength={40} value={value} placeholder="UPP-20261124-000042" onInput={(event) => { set(event.currentTarget.value); void look(event.currentTarget.value) }} /></label>
      {found === 'nobody' && <small role="status">{t.desk.noDocket}</small>}
      {found !== null && found !== 'nobody' && <p class="d-found" role="status"><b class="digits">{found.number}</b> {t.desk.status[found.status]} · {t.category[found.category]} · {placeOf(found, t)} · <bdi lang={langOf(found.excerpt)}>{snippet(found.excerpt, 100)}</bdi></p>}
      <FormButtons label={t.desk.deed.merge} isDisabled={found === null || found === 'nobody'} why={t.desk.mergeWhy} editing={editing} send={sender(editing, drop, { act: 'merge', version: row.version, intoId: found && found !== 'nobody' ? found.id : '' })} />
    </>
  )
}

/** Which post of the thread is another complaint, and why. */
export function SplitForm({ docket: { row, posts }, editing }: { docket: DocketView; editing: Editing }) {
  const t = texts.value
  const { value, set, drop } = useKept<{ postId: string; reason: string }>(row.id, 'split', { postId: '', reason: '' })
  return (
    <>
      <fieldset class="d-choices">
        <legend>{t.desk.splitWhich}</legend>
        {posts.filter(({ kind }) => kind !== 'first' && kind !== 'edit' && kind !== 'split').map((post) => (
          <label key={post.id}><input type="radio" name="split" checked={value.postId === post.id} onChange={() => set({ ...value, postId: post.id })} /> <span><span class="digits">{clockTime(post.at)}</span> <bdi>{post.text === null ? t.protectedShort : snippet(post.text, 120)}</bdi></span></label>
        ))}
      </fieldset>
      <label><span>{t.desk.words.split}</span><input type="text" maxLength={500} value={value.reason} onInput={(event) => set({ ...value, reason: event.currentTarget.value })} /></label>
      <FormButtons label={t.desk.deed.split} isDisabled={value.postId === '' || value.reason.trim().length < 3} editing={editing} send={sender(editing, drop, { act: 'split', version: row.version, postId: value.postId, reason: value.reason.trim() })} />
    </>
  )
}
