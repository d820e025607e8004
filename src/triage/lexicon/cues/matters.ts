import type { Cues } from '../entry.ts'

/** What is not danger to life but must be acted on. */
export const MATTER_CUES: Cues = {
  'theft.now': {
    category: 'robbery_theft', gravity: 'serious', because: 'robbery or a thief at work', points: 44,
    say: [
      'loot prog', 'snatch prog', 'thief & enter', 'thief & house', 'thief prog', 'thief & inside', 'thief & roof', 'thief & climb', 'steal prog',
      'loot.ing & now',
    ],
  },
  'theft.armed': {
    category: 'robbery_theft', gravity: 'life', because: 'robbery with a weapon', points: 50, floor: 'armed-robbery',
    say: ['loot & firearm', 'loot & weapon', 'snatch & weapon', 'loot & goon & now|prog'],
  },
  'theft.snatch': {
    category: 'robbery_theft', gravity: 'matter', because: 'snatched or robbed', points: 38,
    say: ['snatch & valuables', 'snatch done', 'loot', 'snatch & me|kin', '=chain_snatching'],
  },
  'theft.stolen': {
    category: 'robbery_theft', gravity: 'matter', because: 'stolen', points: 36,
    say: ['steal', 'valuables & takeAway & break', 'house & break & valuables'],
  },
  'theft.extort': { category: 'robbery_theft', gravity: 'matter', because: 'extortion', points: 38, say: ['extort'] },
  'fraud.money': {
    category: 'cyber_fraud', gravity: 'matter', because: 'money lost to a fraud', points: 40, isGolden: true,
    say: ['fraud & money', 'account & deducted', 'money & deducted', 'deducted & fraud', 'fraud & account', 'otp & deducted', 'transfer & fraud'],
  },
  'fraud.any': { category: 'cyber_fraud', gravity: 'matter', because: 'fraud', points: 34, say: ['fraud', 'hacked', 'account & hacked'] },
  'fraud.refund': {
    category: 'cyber_fraud', gravity: 'minor', because: 'money is not given back', points: 28, isSettled: true,
    say: ['refund & not'],
  },
  'traffic.jam': { category: 'traffic', gravity: 'minor', because: 'traffic', points: 28, say: ['traffic'] },
  'traffic.danger': {
    category: 'traffic', gravity: 'minor', because: 'dangerous driving', points: 32,
    say: ['stunt', 'drunk & driver', 'drunk & vehicle & drive'],
  },
  'civic.any': { category: 'spam_other', gravity: 'talk', because: 'a matter for the municipality', points: 10, say: ['civic'] },
  'police.bribe': {
    category: 'police_misconduct', gravity: 'matter', because: 'police accused of taking money', points: 40,
    say: ['bribe & cop|police|station|fir', 'bribe', 'cop & money & ask'],
  },
  'police.violence': {
    category: 'police_misconduct', gravity: 'matter', because: 'police accused of violence or abuse', points: 42,
    say: [
      'cop & beat|beating|peet', 'cop by maar', 'cop maar', 'police by peet|maar', 'police beat me|us|kin', 'station in peet|maar|beat',
      'custody & beat|peet', 'cop & insult', 'police & insult', 'custody',
    ],
  },
  'police.inaction': {
    category: 'police_misconduct', gravity: 'matter', because: 'police do not act', points: 35, isSettled: true,
    say: ['noAction', 'station & noAction', 'cop & noAction', 'police & lazy', 'police & collude'],
  },
  'fir.refused': {
    category: 'missing_document_or_fir', gravity: 'matter', because: 'a report is not registered', points: 34, isSettled: true,
    say: ['refusal', 'fir not register', 'not & register & fir', 'fir register not'],
  },
  'fir.status': {
    category: 'missing_document_or_fir', gravity: 'minor', because: 'an old case or its papers', points: 28,
    say: ['caseRef', '=fir_copy', '=copy_of_fir', '=fir_ki_copy'],
  },
  'papers.verification': {
    category: 'missing_document_or_fir', gravity: 'minor', because: 'a verification or papers', points: 28,
    say: ['verification'],
  },
  'land.dispute': {
    category: 'land_dispute', gravity: 'matter', because: 'land or property', points: 40,
    say: [
      'land & grab', 'land & neighbour', 'grab & house', 'land & goon', 'land & break', 'land & threat', 'land & fight', 'grab prog', 'land & force',
      'grab & road',
    ],
  },
  'land.any': { category: 'land_dispute', gravity: 'minor', because: 'land', points: 24, say: ['land'] },
  'noise.any': { category: 'nuisance_noise', gravity: 'minor', because: 'noise', points: 32, say: ['noise'] },
  'nuisance.drunk': {
    category: 'nuisance_noise', gravity: 'minor', because: 'drink, drugs, gambling or abuse', points: 32,
    say: ['drunk', 'drunk & people', 'insult & people|neighbour', 'drunk & road', 'drunk & insult'],
  },
  'nuisance.insult': { category: 'nuisance_noise', gravity: 'minor', because: 'abuse or rudeness', points: 26, say: ['insult'] },
  'lost.thing': {
    category: 'lost_property', gravity: 'minor', because: 'something was lost', points: 34,
    say: ['possession & lost', 'possession & missing'],
  },
}

/** Talk: what a post can be about without asking for anything. */
export const TALK_CUES: Cues = {
  'talk.thanks': { category: 'gratitude', gravity: 'talk', because: 'thanks or praise', points: 12, say: ['thanks', 'resolved'] },
  'talk.question': { category: 'information_query', gravity: 'talk', because: 'a question', points: 14, say: ['question'] },
  'talk.news': { category: 'news_politics', gravity: 'talk', because: 'news or politics', points: 2, say: ['news', 'arrested', 'politics'] },
  'talk.other': {
    category: 'spam_other', gravity: 'talk', because: 'advertisement, film, sport, jest', points: 1,
    say: ['advert', 'film', 'sport', 'game', 'song', 'jest', 'figure', 'greeting', 'social'],
  },
}
