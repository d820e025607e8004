import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, call, openStream, until } from './client.ts'

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator({ settings: { searchLagMs: 0 } })
})
afterEach(() => emulator.stop())

const reply = (to: string, text = 'Help is on its way.') =>
  call(emulator, 'POST', '/2/tweets', { user: true, body: { text, reply: { in_reply_to_tweet_id: to } } })

describe('replies', () => {
  it('go to an author who mentioned the account, and are kept', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    const { status, body } = await reply(id)
    expect(status).toBe(201)
    const answer = body.data as { id: string }
    expect(emulator.replies()).toMatchObject([{ id: answer.id, inReplyToId: id, text: 'Help is on its way.', wasAnswered: true }])
    emulator.configure({ clockOffsetMs: 10 })
    const found = await call(emulator, 'GET', `/2/tweets/search/recent?query=from:${emulator.account.username} conversation_id:${id}`)
    expect(found.body.meta?.['newest_id']).toBe(answer.id)
  })

  it('need an author who mentioned or quoted us, except on Enterprise', async () => {
    const { id } = emulator.inject('#PrahariUP madad')
    const refused = await reply(id)
    expect([refused.status, refused.body['type']]).toEqual([403, 'about:blank'])
    expect(refused.body['detail']).toMatch(/^Reply to this conversation is not allowed because you have not been mentioned/)
    const own = await call(emulator, 'POST', '/2/tweets', { user: true, body: { text: 'Advisory for tonight' } })
    const quoting = emulator.inject({ text: 'inhone kaha', quote: (own.body.data as { id: string }).id })
    expect((await reply(quoting.id)).status).toBe(201)
    emulator.configure({ tier: 'enterprise' })
    expect((await reply(id, 'another')).status).toBe(201)
  })

  it('respect who may reply', async () => {
    const closed = emulator.inject({ text: '@PrahariUP madad', replySettings: 'following' })
    const invited = emulator.inject({ text: '@PrahariUP madad', replySettings: 'mentionedUsers' })
    expect((await reply(closed.id)).body['detail']).toBe('You are not permitted to reply to this conversation.')
    expect((await reply(invited.id)).status).toBe(201)
  })

  it('are refused when they repeat, until the first is deleted', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    const other = emulator.inject('@PrahariUP mujhe bhi')
    const first = await reply(id)
    expect((await reply(id)).body['detail']).toMatch(/duplicate content/)
    expect((await reply(other.id)).status).toBe(201)
    expect((await call(emulator, 'DELETE', `/2/tweets/${(first.body.data as { id: string }).id}`, { user: true })).body.data).toEqual({ deleted: true })
    expect((await reply(id)).status).toBe(201)
    emulator.configure({ duplicates: 'any' })
    expect((await reply(emulator.inject('@PrahariUP aur').id)).status).toBe(403)
  })

  it('fail on a deleted or unknown post, on long texts and on two cashtags', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    emulator.remove(id)
    expect((await reply(id)).body['detail']).toMatch(/deleted or not visible/)
    expect((await reply('42')).body['detail']).toMatch(/deleted or not visible/)
    const open = emulator.inject('@PrahariUP madad')
    expect((await reply(open.id, 'अ'.repeat(281))).status).toBe(403)
    expect((await reply(open.id, 'अ'.repeat(280))).status).toBe(201)
    expect((await reply(open.id, '$AB and $CD')).status).toBe(403)
    expect((await reply(open.id, '')).status).toBe(400)
  })

  it('can be accepted while the answer is lost', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    emulator.fault({ kind: 'reply-lost', count: 1 })
    await expect(reply(id)).rejects.toThrow()
    expect(emulator.replies()).toMatchObject([{ inReplyToId: id, wasAnswered: false }])
    expect((await reply(id)).body['detail']).toMatch(/duplicate content/)
  })

  it.each([
    ['not-summoned', 403], ['limited', 403], ['duplicate', 403], ['gone', 403], ['quota', 429], ['day-cap', 429], ['server-error', 500],
  ] as const)('meet the verdict %s where it is scripted', async (verdict, status) => {
    const { id } = emulator.inject('@PrahariUP madad')
    const other = emulator.inject('@PrahariUP mujhe bhi')
    emulator.fault({ kind: 'reply-verdict', postId: id, verdict, count: 1 })
    expect((await reply(other.id)).status).toBe(201)
    const refused = await reply(id)
    expect(refused.status).toBe(status)
    if (verdict === 'day-cap') {
      expect(refused.headers.get('x-user-limit-24hour-remaining')).toBe('0')
      expect(Number(refused.headers.get('x-rate-limit-remaining'))).toBeGreaterThan(0)
    }
    expect((await reply(id)).status).toBe(201)
  })

  it('travel down the stream like any other post', async () => {
    await addRules(emulator, `from:${emulator.account.username}`)
    const reader = await openStream(emulator)
    await reply(emulator.inject('@PrahariUP madad').id)
    await until(() => reader.frames().length === 1)
  })

  it('need the user, not the app', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    const { status, body } = await call(emulator, 'POST', '/2/tweets', { body: { text: 'a', reply: { in_reply_to_tweet_id: id } } })
    expect([status, body['title']]).toEqual([403, 'Unsupported Authentication'])
  })
})

describe('deleting and messages', () => {
  it('delete own posts only', async () => {
    const { id } = emulator.inject('@PrahariUP madad')
    expect((await call(emulator, 'DELETE', `/2/tweets/${id}`, { user: true })).status).toBe(403)
    expect((await call(emulator, 'DELETE', '/2/tweets/42', { user: true })).status).toBe(404)
  })

  it('reach an open inbox and not a closed one', async () => {
    emulator.inject({ text: 'a', author: 'khula', receivesDm: true })
    emulator.inject({ text: 'b', author: 'band', receivesDm: false })
    const idOf = async (name: string) => ((await call(emulator, 'GET', `/2/users/by/username/${name}`)).body.data as { id: string }).id
    const send = (id: string) => call(emulator, 'POST', `/2/dm_conversations/with/${id}/messages`, { user: true, body: { text: 'Namaste' } })
    const id = await idOf('khula')
    expect((await send(id)).status).toBe(201)
    expect((await send(await idOf('band'))).status).toBe(403)
    expect((await send('42')).status).toBe(404)
    expect(emulator.messages()).toMatchObject([{ participantId: id, text: 'Namaste' }])
  })
})

describe('lookups', () => {
  it('return what is there and name what is not', async () => {
    const here = emulator.inject('ek').id
    const gone = emulator.inject('do').id
    const hidden = emulator.inject('teen').id
    emulator.remove(gone)
    emulator.remove(hidden, 'suspended')
    const { status, body } = await call(emulator, 'GET', `/2/tweets?ids=${here},${gone},${hidden},42`)
    expect(status).toBe(200)
    expect(body.data).toMatchObject([{ id: here }])
    expect(body.errors?.map(error => [error['resource_id'], String(error['type']).split('/').at(-1)])).toEqual([
      [gone, 'resource-not-found'], [hidden, 'not-authorized-for-resource'], ['42', 'resource-not-found'],
    ])
    const single = await call(emulator, 'GET', `/2/tweets/${gone}`)
    expect([single.status, 'data' in single.body]).toEqual([200, false])
    expect((await call(emulator, 'GET', '/2/tweets')).status).toBe(400)
  })

  it('find users by id, by name and as oneself', async () => {
    emulator.inject({ text: 'a', author: 'asha', authorName: 'Asha', location: 'Lucknow' })
    const byName = await call(emulator, 'GET', '/2/users/by/username/ASHA?user.fields=location')
    expect(byName.body.data).toMatchObject({ username: 'asha', location: 'Lucknow' })
    const { id } = byName.body.data as { id: string }
    expect((await call(emulator, 'GET', `/2/users/${id}`)).body.data).toEqual({ id, username: 'asha', name: 'Asha' })
    expect((await call(emulator, 'GET', `/2/users?ids=${id},42`)).body).toMatchObject({ data: [{ id }], errors: [{ value: '42' }] })
    expect((await call(emulator, 'GET', '/2/users/by?usernames=asha,nobody')).body).toMatchObject({ data: [{ id }], errors: [{ value: 'nobody' }] })
    expect((await call(emulator, 'GET', '/2/users/me', { user: true })).body.data).toMatchObject(emulator.account)
    expect((await call(emulator, 'GET', '/2/users/me')).status).toBe(403)
  })

  it('answer an unknown path with a problem', async () => {
    const { status, body } = await call(emulator, 'GET', '/2/nothing')
    expect([status, body['title']]).toEqual([404, 'Not Found'])
  })
})
