import { decideReply } from '../../actions/decide-reply.ts'
import { docketToAnswer, draftReply } from '../../actions/draft-reply.ts'
import type { Replied, ReplyDeps } from '../../actions/draft-reply.ts'
import { gateReply } from '../../actions/gate-reply.ts'
import { readTemplates, valuesFor } from '../../actions/read-templates.ts'
import { trackCode } from '../../actions/track-code.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { toReplyView } from '../../contract/reply-view.ts'
import type { Viewer } from '../../domain/person.ts'
import { bestFirst, fillTemplate } from '../../domain/templates.ts'
import type { DeliveringDeps } from './delivering.ts'
import type { Handlers } from './handlers.ts'

export interface ReplyingDeps extends Pick<DeliveringDeps, 'outside'> {
  replying: ReplyDeps
}

type Names = 'checkReply' | 'draftReply' | 'approveReply' | 'withdrawReply' | 'retryReply' | 'templates'

/** Answers on X: checked as they are written, drafted, agreed to by a second officer, taken back, tried again. */
export function replyHandlers({ replying, outside }: ReplyingDeps): Pick<Handlers, Names> {
  const { store, settings } = replying
  return {
    async checkReply({ params, body }, viewer) {
      const docket = await docketToAnswer(store, viewer, params.id)
      return { ...await gateReply(replying, docket, body.kind, body.text), isDry: settings.isDry }
    },
    draftReply: async ({ params, body }, viewer) => acted(await draftReply(replying, viewer, params.id, body), viewer),
    approveReply: async ({ params, body }, viewer) => acted(await decideReply(replying, viewer, params.id, 'approve', body), viewer),
    withdrawReply: async ({ params, body }, viewer) => acted(await decideReply(replying, viewer, params.id, 'withdraw', body), viewer),
    retryReply: async ({ params, body }, viewer) => acted(await decideReply(replying, viewer, params.id, 'retry', body), viewer),
    async templates({ query }, viewer) {
      const all = await readTemplates(store)
      if (query.docketId === undefined) return { templates: all.map((one) => ({ ...one, filled: null })) }
      const docket = await docketToAnswer(store, viewer, query.docketId)
      const { category, language } = docket.verdict
      return { templates: bestFirst(all, category, language).map((one) => ({ ...one, filled: fillTemplate(one.text, valuesFor(docket, trackCode(outside.signer, docket.number), one.lang)) })) }
    },
  }
}

function acted({ did, because, reply }: Replied, viewer: Viewer): RouteAnswer<'draftReply'> {
  return { did, because, reply: toReplyView(reply, viewer) }
}
