import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATES, fillTemplate } from '../../../src/domain/templates.ts'
import type { Category } from '../../../src/domain/verdict.ts'
import { checkReply } from '../../../src/triage/gate/check-reply.ts'
import type { GateContext } from '../../../src/triage/gate/check-reply.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../../src/triage/policy.ts'

const NUMBER = 'UPP-20261123-000042'
const CONTEXT: GateContext = {
  kind: 'answer', category: 'robbery_theft', language: 'mixed', isProtected: false, signals: [], posts: ['help'], author: { handle: 'asha_demo', name: 'Asha Verma' }, number: NUMBER,
  ownHandle: 'prahariup', ownHost: 'prahari.example', handles: DEFAULT_TRIAGE_POLICY, called: [], isAllowedByX: true, isPostGone: false, isInboxClosed: false, sameText: 0, spentCents: 0,
  prices: { replyCents: 1, linkFactor: 13, messageCents: 1.5, limitCents: 1_000 },
}
const PROTECTED: Partial<GateContext> = { isProtected: true, category: 'sexual_harassment', posts: ['mera naam Radhika hai, Chinhat me mere saath galat hua', 'Suresh Yadav ne kiya'] }
const look = (text: string, context: Partial<GateContext> = {}): { verdict: string; codes: string[]; spans: string[] } => {
  const { verdict, findings } = checkReply(text, { ...CONTEXT, ...context })
  return { verdict, codes: findings.map(({ code }) => code), spans: findings.map(({ start, end }) => text.slice(start ?? 0, end ?? 0)) }
}

describe('numbers', () => {
  it.each([
    ['9876543210', '9876543210'], ['+91-98765 43210 now', '91-98765 43210'], ['कॉल करें ९८७६५४३२१०', '९८७६५४३२१०'], ['9 8 7 6 5 4 3 2 1 0', '9 8 7 6 5 4 3 2 1 0'], ['9.8.7.6.5.4.3.2.1.0', '9.8.7.6.5.4.3.2.1.0'],
    ['nine eight seven six five four three two one zero', 'nine eight seven six five four three two one zero'], ['नौ आठ सात छह पांच चार तीन दो एक शून्य', 'नौ आठ सात छह पांच चार तीन दो एक शून्य'],
    ['nau aath saat che paanch char teen do ek shunya', 'nau aath saat che paanch char teen do ek shunya'], ['0522-2234567', '0522-2234567'], ['x98765\u200b43210', '98765\u200b43210'],
  ])('stops a telephone number: %s', (text, span) => {
    expect(look(text)).toMatchObject({ verdict: 'stops', codes: ['phone'], spans: [span] })
  })
  it.each(['dial 112 or 1090', `${NUMBER} of 23-11-2026`, 'toll free 1800-180-5145', 'FIR 0123/2026', 'GD 045 at 10:30 24-11-2026', 'event P24112600123', 'ek do teen baar bataya', 'Section 354 and 506 of 1860'])('lets %s go', (text) => {
    expect(look(text)).toMatchObject({ verdict: 'goes', codes: [] })
  })
  it.each([['Aadhaar 2345 6789 0123', 'document-number'], ['PAN ABCDE1234F', 'document-number'], ['voter card ABC1234567', 'document-number'], ['card 4111 1111 1111 1111', 'document-number']])('stops a document: %s', (text, code) => {
    expect(look(text)).toMatchObject({ verdict: 'stops', codes: [code] })
  })
  it.each([
    ['UP32AB1234', 'vehicle'], ['UP 32 AB 1234', 'vehicle'], ['यूपी 32 एबी 1234', 'vehicle'], ['up-३२-ab-१२३४', 'vehicle'], ['DL-3C-AB-1234', 'vehicle'], ['22 BH 1234 AA', 'vehicle'], ['a@b.co', 'e-mail'], ['name@okhdfc', 'e-mail'],
    ['house no 12', 'address'], ['मकान नंबर 45', 'address'], ['makan no. ४५/२', 'address'], ['PIN 226010', 'address'], ['Sector 5 Lucknow', 'address'], ['officer 9454403850', 'phone'],
  ])('wants a second officer for %s', (text, code) => {
    expect(look(text)).toMatchObject({ verdict: 'needs-second', codes: [code] })
  })
  it('for a message all of that is only said', () => {
    expect(look('house no 12, call 9876543210', { kind: 'dm' })).toMatchObject({ verdict: 'goes', codes: ['address', 'phone'] })
  })
})

describe('places', () => {
  it.each(['Hazratganj Police Station', 'thana Chinhat', 'थाना हज़रतगंज', 'Lucknow Police', 'Gautam Buddha Nagar'])('a district or a station may be named: %s', (text) => {
    expect(look(text).verdict).toBe('goes')
  })
})

describe('what tells an abuser', () => {
  const watched = ['domestic_violence', 'stalking', 'kidnapping', 'suicide_risk'] as const satisfies readonly Category[]
  it.each([
    'Police aa rahi hai', 'Team is on the way', 'our team will reach you soon', 'share your location', 'aapke ghar par team bhej rahe hain', 'पुलिस आ रही है', 'टीम रवाना कर दी गई है', 'मदद भेजी जा रही है',
    'darwaza mat kholna', 'PRV 112 raaste mein hai', 'police pahunch rahi hai', 'stay inside', 'we are tracking your phone', 'आपके घर पुलिस पहुंच रही है',
  ])('is risky where somebody may read along: %s', (text) => {
    for (const category of watched) expect(look(text, { category })).toMatchObject({ verdict: 'needs-second', codes: expect.arrayContaining(['tells-abuser']) as string[] })
    expect(look(text).codes).not.toContain('tells-abuser')
    expect(look(text, { signals: ['floor:held-captive'] }).codes).toContain('tells-abuser')
  })
  it.each([`Reference number ${NUMBER}.`, 'please see your direct messages', 'कृपया अपना DM देखें।', 'संदर्भ संख्या दर्ज है'])('neutral words go: %s', (text) => {
    expect(look(text, { category: 'domestic_violence' }).verdict).toBe('goes')
  })
})

describe('a protected person', () => {
  it.each([
    ['Radhika ji, complaint registered', 'name-of-victim'], ['राधिका जी, शिकायत दर्ज', 'name-of-victim'], ['asha, it is registered', 'identity'], ['@asha_demo see DM', 'identity'],
    ['your daughter in Chinhat school', 'identity'], ['ladki ka bayan thana Chinhat me', 'identity'], ['house no 12', 'address'], ['bike UP32AB1234', 'vehicle'],
  ])('is made known by nothing public: %s', (text, code) => {
    expect(look(text, PROTECTED)).toMatchObject({ verdict: 'stops', codes: expect.arrayContaining([code]) as string[] })
  })
  it('a word out of the posts that may be a name needs a second officer, ordinary words do not', () => {
    expect(look('Suresh arrested', PROTECTED)).toMatchObject({ verdict: 'needs-second', codes: ['name-of-victim'] })
    expect(look(`संदर्भ संख्या ${NUMBER}। मामला दर्ज है।`, PROTECTED).verdict).toBe('goes')
    expect(look('The accused was arrested.', PROTECTED).verdict).toBe('goes')
  })
})

describe('form and permission', () => {
  it.each<[string, string, string, Partial<GateContext>]>([
    ['not-summoned', 'stops', 'We have it.', { isAllowedByX: false }], ['post-gone', 'stops', 'We have it.', { isPostGone: true }], ['over-budget', 'needs-second', 'We have it.', { spentCents: 999.5 }],
    ['over-budget', 'needs-second', 'see https://prahari.example/track', { spentCents: 990 }], ['link', 'needs-second', 'see https://example.com/x', {}], ['link', 'goes', 'see https://prahari.example/track', {}],
    ['cashtags', 'stops', '$AAA $BBB', {}], ['placeholder-left', 'stops', '{name}, we have it', {}], ['too-long', 'stops', 'क'.repeat(281), {}], ['mention', 'needs-second', 'ask @someone', {}], ['mention', 'goes', 'ask @lkopolice', {}],
    ['no-number', 'goes', 'We have it.', { kind: 'acknowledgement' }], ['other-script', 'goes', 'we have your complaint', { language: 'hi' }], ['other-script', 'goes', 'आपकी शिकायत मिल गई', { language: 'en' }],
    ['pasted-reply', 'goes', 'We have it.', { sameText: 2 }], ['dm-closed', 'goes', 'We have it.', { kind: 'dm', isInboxClosed: true }],
  ])('%s (%s): %s', (code, verdict, text, context) => {
    const found = look(text, context)
    expect(found.codes).toContain(code)
    expect(found.verdict).toBe(verdict)
  })
  it('280 signs of Devanagari fit, and our own number in the script of the complainant raises nothing', () => {
    expect(look('क'.repeat(280)).codes).toEqual([])
    expect(look(`आपकी शिकायत मिल गई है: ${NUMBER}`, { kind: 'acknowledgement', language: 'hi' })).toMatchObject({ verdict: 'goes', codes: [] })
  })
  it('every template of ours passes it, filled, in its own category', () => {
    const values = { number: NUMBER, code: 'K7M2Q9AB', district: 'Gautam Buddha Nagar', station: 'Hazratganj Police Station', question: 'Which district is this, please?', reference: 'FIR 0123/2026' }
    for (const { id, kind, lang, category, text } of DEFAULT_TEMPLATES) {
      const { verdict, findings } = checkReply(fillTemplate(text, values), { ...CONTEXT, kind, language: lang, category: category ?? 'nuisance_noise', isProtected: category === 'child_at_risk' })
      expect({ id, verdict, codes: findings.filter(({ level }) => level !== 'note').map(({ code }) => code) }).toEqual({ id, verdict: 'goes', codes: [] })
    }
  })
})

describe('whatever is written', () => {
  const piece = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('9876543210 ', 'UP32', ' ९८', '@', '{', 'house no ', 'पुलिस ', 'https://', '.', '\u200d', '😀', '$A ', 'a@', '\ud800'))
  it('spans lie in the text, verdict follows the gravest finding, and asking again says the same', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), fc.constantFrom('answer' as const, 'dm' as const), (pieces, isProtected, kind) => {
      const text = pieces.join('')
      const context = { ...CONTEXT, isProtected, kind, posts: [text] }
      const one = checkReply(text, context)
      expect(checkReply(text, context)).toEqual(one)
      for (const { start, end } of one.findings) if (start !== null && end !== null) expect(start >= 0 && start < end && end <= text.length).toBe(true)
      const levels = one.findings.map(({ level }) => level)
      expect(one.verdict).toBe(levels.includes('stops') ? 'stops' : levels.includes('needs-second') ? 'needs-second' : 'goes')
    }), { numRuns: 150 })
  })
  it('a mobile number is found between any words, with any usual separators', () => {
    const digits = fc.tuple(fc.constantFrom('6', '7', '8', '9'), fc.stringMatching(/^\d{9}$/)).map((parts) => parts.join('')).filter((number) => !number.startsWith('94544'))
    fc.assert(fc.property(digits, fc.constantFrom('', ' ', '-', '.', '  '), fc.integer({ min: 1, max: 9 }), fc.boolean(), (number, gap, at, isHindi) => {
      const written = `${number.slice(0, at)}${gap}${number.slice(at)}`
      const shown = isHindi ? written.replaceAll(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))) : written
      expect(look(`call ${shown} please`).codes).toContain('phone')
    }))
  })
})
