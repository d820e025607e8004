import { Agent } from 'node:http'
import { once } from 'node:events'
import { ETwitterStreamEvent, TwitterApi, type ITwitterApiClientPlugin, type TweetV2SingleStreamResult, type TwitterApiTokens } from 'twitter-api-v2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'

let emulator: Emulator
let agent: Agent

beforeEach(async () => {
  emulator = await createEmulator({ settings: { searchLagMs: 0 } })
  agent = new Agent()
})
afterEach(async () => {
  agent.destroy()
  await emulator.stop()
})

function client(tokens: string | TwitterApiTokens): TwitterApi {
  const redirect = ({ params }: { params: { url: string } }) => {
    params.url = params.url.replace('https://api.x.com', emulator.origin)
  }
  const plugin = { onBeforeRequestConfig: redirect, onBeforeStreamRequestConfig: redirect } as ITwitterApiClientPlugin
  const settings = { plugins: [plugin], httpAgent: agent, compression: false }
  return typeof tokens === 'string' ? new TwitterApi(tokens, settings) : new TwitterApi(tokens, settings)
}

describe('twitter-api-v2 against the emulator', () => {
  it('manages rules, streams, searches, answers and looks up', async () => {
    const app = client(emulator.tokens.app)
    expect((await app.v2.streamRules()).data).toBeUndefined()
    const added = await app.v2.updateStreamRules({ add: [{ value: '@PrahariUP', tag: 'mentions' }, { value: 'foo:bar' }] })
    expect(added.data).toHaveLength(1)
    const stream = app.v2.searchStream({ autoConnect: false, 'tweet.fields': ['created_at'], expansions: ['author_id'] })
    const next = once(stream, ETwitterStreamEvent.Data) as Promise<[TweetV2SingleStreamResult]>
    await stream.connect({ autoReconnect: false })
    const { id } = emulator.inject({ text: '@PrahariUP aag', author: 'asha', createdAt: emulator.now() - 10 })
    const [frame] = await next
    expect(frame.data.id).toBe(id)
    expect(frame.includes?.users?.[0]?.username).toBe('asha')
    stream.close()
    const page = await app.v2.search('@PrahariUP', { max_results: 10 })
    expect(page.tweets.map(tweet => tweet.id)).toEqual([id])
    expect((await app.v2.userByUsername('asha')).data.username).toBe('asha')

    const account = client({ appKey: 'key', appSecret: 'secret', accessToken: emulator.tokens.user, accessSecret: 'secret' })
    expect((await account.v2.me()).data.id).toBe(emulator.account.id)
    const reply = await account.v2.reply('Help is on its way.', id)
    expect(emulator.replies()[0]?.id).toBe(reply.data.id)
    await expect(account.v2.reply('Help is on its way.', id)).rejects.toMatchObject({ code: 403 })
    emulator.inject({ text: 'a', author: 'khula', receivesDm: true })
    const { data: khula } = await account.v2.userByUsername('khula')
    await account.v2.sendDmToParticipant(khula.id, { text: 'Namaste' })
    expect(emulator.messages()).toMatchObject([{ participantId: khula.id, text: 'Namaste' }])
  })
})
