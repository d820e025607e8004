import type { Category, Language } from '../../src/domain/verdict.ts'

/** What fictional complainants write: a share of all, and the text in each way of writing. `{place}` is where. Nobody real, nothing that happened. */
export interface Matter {
  category: Category
  /** Of a thousand. */
  share: number
  isProtected?: boolean
  texts: Readonly<Record<Exclude<Language, 'mixed'>, string>>
}

export const MATTERS: readonly Matter[] = [
  { category: 'robbery_theft', share: 170, texts: { hi: '{place} में मेरी बाइक चोरी हो गई, FIR नहीं लिख रहे', hinglish: '{place} me meri bike chori ho gayi, FIR nahi likh rahe', en: 'My bike was stolen at {place}, they do not register the FIR' } },
  { category: 'missing_document_or_fir', share: 130, texts: { hi: '{place} थाने में शिकायत की कोई सुनवाई नहीं', hinglish: '{place} thane me complaint ki koi sunwai nahi', en: 'No action on my complaint at {place} for two weeks' } },
  { category: 'cyber_fraud', share: 140, texts: { hi: '{place}: खाते से पैसे कट गए, ओटीपी किसी को नहीं दिया', hinglish: '{place} account se paise kat gaye, OTP kisi ko nahi diya', en: 'Money was taken from my account in {place}, I gave nobody an OTP' } },
  { category: 'land_dispute', share: 110, texts: { hi: '{place} में पड़ोसी ज़मीन पर कब्ज़ा कर रहे हैं', hinglish: '{place} me padosi zameen par kabza kar rahe hain', en: 'Neighbours are occupying our land at {place}' } },
  { category: 'nuisance_noise', share: 90, texts: { hi: '{place} में रात भर डीजे बज रहा है', hinglish: '{place} me raat bhar DJ baj raha hai', en: 'Loud DJ all night at {place}' } },
  { category: 'traffic', share: 90, texts: { hi: '{place} चौराहे पर दो घंटे से जाम है', hinglish: '{place} chauraha par do ghante se jaam hai', en: 'Traffic jam for two hours at {place} crossing' } },
  { category: 'assault', share: 70, texts: { hi: '{place} में मेरे भाई को लाठियों से पीटा गया', hinglish: '{place} me mere bhai ko lathi se peeta gaya', en: 'My brother was beaten with sticks at {place}' } },
  { category: 'domestic_violence', share: 60, texts: { hi: '{place} में पति रोज़ मारता है, मदद कीजिए', hinglish: '{place} me pati roz maarta hai, madad kijiye', en: 'My husband beats me every day in {place}, please help' } },
  { category: 'sexual_harassment', share: 40, isProtected: true, texts: { hi: '{place} में कोचिंग जाते समय लड़के परेशान करते हैं', hinglish: '{place} me coaching jaate samay ladke pareshan karte hain', en: 'Boys harass me on my way to class in {place}' } },
  { category: 'missing_person', share: 40, texts: { hi: '{place} से मेरी माँ कल से लापता हैं', hinglish: '{place} se meri maa kal se laapata hain', en: 'My mother is missing from {place} since yesterday' } },
  { category: 'accident', share: 30, texts: { hi: '{place} में सड़क दुर्घटना, लोग घायल हैं', hinglish: '{place} me accident, log ghayal hain', en: 'Road accident at {place}, people are injured' } },
  { category: 'police_misconduct', share: 30, texts: { hi: '{place} में सिपाही ने पैसे माँगे', hinglish: '{place} me sipahi ne paise maange', en: 'A constable asked me for money at {place}' } },
]

/** What needs nothing from the police: received, judged, and left without a docket. */
export const IDLE_TEXTS = ['धन्यवाद, काम हो गया', 'good morning everyone', 'news: minister visits the fair', 'match dekha kya?'] as const
