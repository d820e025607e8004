import type { ReplyKind, ReplyTemplate } from './reply.ts'
import { CATEGORIES } from './verdict.ts'
import type { Category, Language } from './verdict.ts'

/** Languages that templates are written in; a mixed post is answered in Devanagari, which it holds. */
export const TEMPLATE_LANGUAGES = ['hi', 'en', 'hinglish'] as const
type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number]

export const PLACEHOLDERS = ['number', 'code', 'name', 'district', 'station', 'question', 'reference'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

type Texts = Readonly<Record<TemplateLanguage, string>>

/** For every category. Short: three quarters of what X takes, so that a long station still fits. */
const GENERAL: Readonly<Record<ReplyKind, Texts>> = {
  acknowledgement: {
    hi: 'आपकी शिकायत मिल गई है। संख्या {number}, कोड {code}। {district} पुलिस इसे देख रही है। कृपया फ़ोन नंबर और पता यहाँ सार्वजनिक न लिखें। आपात स्थिति में 112 मिलाएँ।',
    en: 'We have your complaint: number {number}, code {code}. {district} Police is looking into it. Please do not post phone numbers or addresses publicly. In an emergency dial 112.',
    hinglish: 'Aapki shikayat mil gayi hai: number {number}, code {code}. {district} Police ise dekh rahi hai. Phone number aur pata yahan public mat likhiye. Emergency mein 112 milaiye.',
  },
  question: {
    hi: '{number}: {question} सही जगह पता होने पर मदद जल्दी होगी। पता या नंबर केवल DM में भेजें।',
    en: '{number}: {question} We can act faster once we know. Send addresses and numbers by DM only.',
    hinglish: '{number}: {question} Jagah pata hone par jaldi karyawahi hogi. Pata ya number sirf DM mein bhejiye.',
  },
  answer: {
    hi: '{number}: {station} को कार्रवाई के लिए भेजा गया है। आगे की जानकारी इसी संख्या पर दी जाएगी।',
    en: '{number}: sent to {station} for action. We will tell you more under this number.',
    hinglish: '{number}: {station} ko karyawahi ke liye bheja gaya hai. Aage ki jankari isi number par di jayegi.',
  },
  closing: {
    hi: '{number}: कार्रवाई पूरी हुई। संदर्भ: {reference}। संतुष्ट न हों तो इसी पोस्ट पर लिखें, शिकायत फिर खोली जाएगी।',
    en: '{number}: action is complete. Reference: {reference}. If you are not satisfied write here and the complaint is opened again.',
    hinglish: '{number}: karyawahi poori hui. Reference: {reference}. Santusht na hon to isi post par likhiye, shikayat phir kholi jayegi.',
  },
  dm: {
    hi: 'आपकी शिकायत संख्या {number}, कोड {code}। कृपया घटना की जगह, समय और एक संपर्क नंबर यहाँ (केवल DM में) भेजें। तुरंत मदद के लिए 112 मिलाएँ।',
    en: 'Your complaint is number {number}, code {code}. Please send the place, the time and a contact number here, by DM only. For immediate help dial 112.',
    hinglish: 'Aapki shikayat number {number}, code {code}. Kripya jagah, samay aur ek contact number yahan (sirf DM mein) bhejiye. Turant madad ke liye 112 milaiye.',
  },
}

/**
 * Where whoever does the harm may read along. Nothing of help, police, place or what was said: neither a public answer nor a
 * message may tell more than that something was received.
 */
const NEUTRAL: Readonly<Partial<Record<ReplyKind, Texts>>> = {
  acknowledgement: { hi: 'संदर्भ संख्या {number}।', en: 'Reference number {number}.', hinglish: 'Reference number {number}.' },
  question: { hi: '{number}: कृपया अपना DM देखें।', en: '{number}: please see your direct messages.', hinglish: '{number}: kripya apna DM dekhiye.' },
  answer: { hi: '{number}: कृपया अपना DM देखें।', en: '{number}: please see your direct messages.', hinglish: '{number}: kripya apna DM dekhiye.' },
  closing: { hi: '{number}: यह संदर्भ बंद किया गया।', en: '{number}: this reference is closed.', hinglish: '{number}: yeh reference band kiya gaya.' },
  dm: {
    hi: 'आपका संदेश मिला। संदर्भ {number}, कोड {code}। जब सुरक्षित हो तभी लिखें, और इस संदेश को मिटा सकते हैं।',
    en: 'We got your message. Reference {number}, code {code}. Write only when it is safe to; you may delete this message.',
    hinglish: 'Aapka message mila. Reference {number}, code {code}. Jab safe ho tabhi likhiye, aur is message ko delete kar sakte hain.',
  },
}

const FRAUD: Readonly<Partial<Record<ReplyKind, Texts>>> = {
  acknowledgement: {
    hi: 'शिकायत संख्या {number}, कोड {code}। तुरंत 1930 पर फ़ोन करें और cybercrime पोर्टल पर दर्ज करें: जितनी जल्दी, उतना पैसा रुकने की संभावना। OTP, खाता या कार्ड नंबर किसी को न दें।',
    en: 'Complaint number {number}, code {code}. Call 1930 now and report it on the national cybercrime portal: the sooner, the more can be held back. Never share an OTP, account or card number.',
    hinglish: 'Shikayat number {number}, code {code}. Turant 1930 par call kijiye aur cybercrime portal par darj kijiye: jitni jaldi, utna paisa rukega. OTP, account ya card number kisi ko mat dijiye.',
  },
}

const MISSING: Readonly<Partial<Record<ReplyKind, Texts>>> = {
  acknowledgement: {
    hi: 'सूचना मिल गई है। संख्या {number}, कोड {code}। {district} पुलिस को बताया गया है। हुलिया, कपड़े, आखिरी जगह और फोटो DM में भेजें।',
    en: 'We have your information: number {number}, code {code}. {district} Police has been told. Please send description, clothes, last place and a photo by DM.',
    hinglish: 'Suchna mil gayi hai: number {number}, code {code}. {district} Police ko bataya gaya hai. Huliya, kapde, aakhri jagah aur photo DM mein bhejiye.',
  },
}

/** Categories whose public answers are neutral. */
export const NEUTRAL_CATEGORIES: ReadonlySet<Category> = new Set(['domestic_violence', 'sexual_harassment', 'stalking', 'kidnapping', 'suicide_risk', 'child_at_risk'])
const BY_CATEGORY: readonly { categories: readonly Category[]; name: string; texts: Readonly<Partial<Record<ReplyKind, Texts>>> }[] = [
  { categories: CATEGORIES.filter((one) => NEUTRAL_CATEGORIES.has(one)), name: 'neutral', texts: NEUTRAL },
  { categories: ['cyber_fraud'], name: 'money lost online', texts: FRAUD },
  { categories: ['missing_person'], name: 'missing person', texts: MISSING },
]

/** The templates that come with Prahari. Version 0: nobody has changed them. */
export const DEFAULT_TEMPLATES: readonly ReplyTemplate[] = [
  ...templatesOf(GENERAL, null, 'general'),
  ...BY_CATEGORY.flatMap(({ categories, name, texts }) => categories.flatMap((category) => templatesOf(texts, category, name))),
]

function templatesOf(texts: Readonly<Partial<Record<ReplyKind, Texts>>>, category: Category | null, name: string): ReplyTemplate[] {
  return Object.entries(texts).flatMap(([kind, by]) => TEMPLATE_LANGUAGES.map((lang) => ({
    id: `${kind}.${lang}${category === null ? '' : `.${category}`}`, version: 0, kind: kind as ReplyKind, category, lang, name, text: by[lang],
  })))
}

/** The text with its placeholders filled; one without a value stays, so that the gate sees it. */
export function fillTemplate(text: string, values: Readonly<Partial<Record<Placeholder, string | null>>>): string {
  return text.replaceAll(/\{([a-z]{1,20})\}/gu, (whole, name: string) => values[name as Placeholder] ?? whole)
}

/** The language that templates of a post's language are written in. */
export function templateLanguage(language: Language): TemplateLanguage {
  return language === 'mixed' ? 'hi' : language
}

/** Those of a docket's category and language first; of a watched or protected docket the neutral ones alone stand for its category. */
export function bestFirst(templates: readonly ReplyTemplate[], category: Category, language: Language): ReplyTemplate[] {
  const lang = templateLanguage(language)
  const rank = (one: ReplyTemplate): number => (one.lang === lang ? 0 : 10) + (one.category === category ? 0 : one.category === null ? 1 : 5)
  return templates.filter((one) => one.category === null || one.category === category).sort((a, b) => rank(a) - rank(b))
}

/** The best template of a kind. A protected docket of any category is answered in neutral words. */
export function pickTemplate(templates: readonly ReplyTemplate[], kind: ReplyKind, category: Category, language: Language, isProtected: boolean): ReplyTemplate | undefined {
  const as = isProtected && !NEUTRAL_CATEGORIES.has(category) ? 'child_at_risk' : category
  return bestFirst(templates.filter((one) => one.kind === kind), as, language)[0]
}
