import type { Askable, PlaceQuestion } from '../../domain/verdict.ts'

/** What each question names: the candidates, or the district that is known. */
interface Blanks {
  en: string
  hi: string
}

interface Wording {
  en: (names: string) => string
  hi: (names: string) => string
  roman: (names: string) => string
}

/** The one question for each thing that is missing, short enough to be answered while running. Names fill in for `names`. */
const QUESTIONS: Readonly<Record<Askable, Wording>> = {
  district: {
    en: () => 'Which district are you in, and what is near you (crossing, temple, shop, police station)?',
    hi: () => 'आप किस ज़िले में हैं, और पास में क्या है (चौराहा, मंदिर, दुकान, थाना)?',
    roman: () => 'Aap kis zile mein hain, aur paas mein kya hai (chauraha, mandir, dukaan, thana)?',
  },
  'which-district': {
    en: (names) => `There are several places of that name. Which district: ${names}?`,
    hi: (names) => `इस नाम की कई जगहें हैं। कौन सा ज़िला: ${names}?`,
    roman: (names) => `Is naam ki kai jagah hain. Kaun sa zila: ${names}?`,
  },
  locality: {
    en: (names) => `Where in ${names}: which locality, village or police station, and what is near you?`,
    hi: (names) => `${names} में कहाँ: कौन सा मोहल्ला, गाँव या थाना, और पास में क्या है?`,
    roman: (names) => `${names} mein kahan: kaun sa mohalla, gaon ya thana, aur paas mein kya hai?`,
  },
  house: {
    en: () => 'Which house, gate or lane exactly? A house number, floor or landmark helps.',
    hi: () => 'ठीक कौन सा मकान, गेट या गली? मकान नंबर, मंज़िल या पहचान का निशान बताइए।',
    roman: () => 'Theek kaun sa makaan, gate ya gali? Makaan number, manzil ya landmark bataiye.',
  },
  train: {
    en: () => 'Which train number, which coach and seat, and which station comes next?',
    hi: () => 'ट्रेन नंबर, कोच और सीट क्या है, और अगला स्टेशन कौन सा है?',
    roman: () => 'Train number, coach aur seat kya hai, aur agla station kaun sa hai?',
  },
  vehicle: {
    en: () => 'What is the vehicle number, colour and kind, and which way is it going?',
    hi: () => 'गाड़ी का नंबर, रंग और प्रकार क्या है, और किस ओर जा रही है?',
    roman: () => 'Gaadi ka number, rang aur type kya hai, aur kis taraf ja rahi hai?',
  },
  highway: {
    en: () => 'Which kilometre stone or toll plaza did you pass last, and towards which city are you going?',
    hi: () => 'आख़िरी किलोमीटर पत्थर या टोल प्लाज़ा कौन सा था, और किस शहर की ओर जा रहे हैं?',
    roman: () => 'Aakhri kilometre patthar ya toll plaza kaun sa tha, aur kis shahar ki taraf ja rahe hain?',
  },
  state: {
    en: (names) => `Is this in Uttar Pradesh or in ${names}? If in Uttar Pradesh, which district?`,
    hi: (names) => `यह उत्तर प्रदेश में है या ${names} में? उत्तर प्रदेश में हो तो कौन सा ज़िला?`,
    roman: (names) => `Yeh Uttar Pradesh mein hai ya ${names} mein? Uttar Pradesh mein ho to kaun sa zila?`,
  },
}

/** The question in the complainant's scripts. */
export function questionFor(ask: Askable, names: Blanks = { en: '', hi: '' }): PlaceQuestion {
  const { en, hi, roman } = QUESTIONS[ask]
  return { ask, en: en(names.en), hi: hi(names.hi), roman: roman(names.en) }
}
