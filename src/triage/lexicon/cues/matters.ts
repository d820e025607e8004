import type { Cues } from '../entry.ts'

/** What is not danger to life but must be acted on. */
export const MATTER_CUES: Cues = {
  'theft.now': {
    category: 'robbery_theft', gravity: 'serious', because: 'robbery or a thief at work', points: 44,
    say: ['loot prog', 'snatch prog', 'thief & enter', 'thief & house', 'thief prog', 'thief & inside', 'thief & roof', 'thief & climb', 'steal prog', 'loot.ing & now'],
  },
  'theft.armed': { category: 'robbery_theft', gravity: 'life', because: 'robbery with a weapon', say: ['loot & firearm', 'loot & weapon', 'snatch & weapon', 'loot & goon & now|prog'], points: 50, floor: 'armed-robbery' },
  'theft.snatch': { category: 'robbery_theft', gravity: 'matter', because: 'snatched or robbed', say: ['snatch & valuables', 'snatch done', 'loot', 'snatch & me|kin', '=chain_snatching'], points: 38 },
  'theft.stolen': { category: 'robbery_theft', gravity: 'matter', because: 'stolen', say: ['steal', 'valuables & takeAway & break', 'house & break & valuables'], points: 36 },
  'theft.extort': { category: 'robbery_theft', gravity: 'matter', because: 'extortion', say: ['extort'], points: 38 },
  'fraud.money': { category: 'cyber_fraud', gravity: 'matter', because: 'money lost to a fraud', say: ['fraud & money', 'account & deducted', 'money & deducted', 'deducted & fraud', 'fraud & account', 'otp & deducted', 'transfer & fraud'], points: 40, isGolden: true },
  'fraud.any': { category: 'cyber_fraud', gravity: 'matter', because: 'fraud', say: ['fraud', 'hacked', 'account & hacked'], points: 34 },
  'fraud.refund': { category: 'cyber_fraud', gravity: 'minor', because: 'money is not given back', say: ['refund & not'], points: 28, isSettled: true },
  'traffic.jam': { category: 'traffic', gravity: 'minor', because: 'traffic', say: ['traffic'], points: 28 },
  'traffic.danger': { category: 'traffic', gravity: 'minor', because: 'dangerous driving', say: ['stunt', 'drunk & driver', 'drunk & vehicle & drive'], points: 32 },
  'civic.any': { category: 'spam_other', gravity: 'talk', because: 'a matter for the municipality', say: ['civic'], points: 10 },
  'police.bribe': { category: 'police_misconduct', gravity: 'matter', because: 'police accused of taking money', say: ['bribe & cop|police|station|fir', 'bribe', 'cop & money & ask'], points: 40 },
  'police.violence': { category: 'police_misconduct', gravity: 'matter', because: 'police accused of violence or abuse', say: ['cop & beat|beating|peet', 'cop by maar', 'cop maar', 'police by peet|maar', 'police beat me|us|kin', 'station in peet|maar|beat', 'custody & beat|peet', 'cop & insult', 'police & insult', 'custody'], points: 42 },
  'police.inaction': { category: 'police_misconduct', gravity: 'matter', because: 'police do not act', say: ['noAction', 'station & noAction', 'cop & noAction', 'police & lazy', 'police & collude'], points: 35, isSettled: true },
  'fir.refused': { category: 'missing_document_or_fir', gravity: 'matter', because: 'a report is not registered', say: ['refusal', 'fir not register', 'not & register & fir', 'fir register not'], points: 34, isSettled: true },
  'fir.status': { category: 'missing_document_or_fir', gravity: 'minor', because: 'an old case or its papers', say: ['caseRef', '=fir_copy', '=copy_of_fir', '=fir_ki_copy'], points: 28 },
  'papers.verification': { category: 'missing_document_or_fir', gravity: 'minor', because: 'a verification or papers', say: ['verification'], points: 28 },
  'land.dispute': { category: 'land_dispute', gravity: 'matter', because: 'land or property', say: ['land & grab', 'land & neighbour', 'grab & house', 'land & goon', 'land & break', 'land & threat', 'land & fight', 'grab prog', 'land & force', 'grab & road'], points: 40 },
  'land.any': { category: 'land_dispute', gravity: 'minor', because: 'land', say: ['land'], points: 24 },
  'noise.any': { category: 'nuisance_noise', gravity: 'minor', because: 'noise', say: ['noise'], points: 32 },
  'nuisance.drunk': { category: 'nuisance_noise', gravity: 'minor', because: 'drink, drugs, gambling or abuse', say: ['drunk', 'drunk & people', 'insult & people|neighbour', 'drunk & road', 'drunk & insult'], points: 32 },
  'nuisance.insult': { category: 'nuisance_noise', gravity: 'minor', because: 'abuse or rudeness', say: ['insult'], points: 26 },
  'lost.thing': { category: 'lost_property', gravity: 'minor', because: 'something was lost', say: ['possession & lost', 'possession & missing'], points: 34 },
}

/** Talk: what a post can be about without asking for anything. */
export const TALK_CUES: Cues = {
  'talk.thanks': { category: 'gratitude', gravity: 'talk', because: 'thanks or praise', say: ['thanks', 'resolved'], points: 12 },
  'talk.question': { category: 'information_query', gravity: 'talk', because: 'a question', say: ['question'], points: 14 },
  'talk.news': { category: 'news_politics', gravity: 'talk', because: 'news or politics', say: ['news', 'arrested', 'politics'], points: 2 },
  'talk.other': { category: 'spam_other', gravity: 'talk', because: 'advertisement, film, sport, jest', say: ['advert', 'film', 'sport', 'game', 'song', 'jest', 'figure', 'greeting', 'social'], points: 1 },
}
