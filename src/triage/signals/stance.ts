import type { Category } from '../../domain/verdict.ts'
import type { Stance } from '../lexicon/entry.ts'
import type { Reading } from '../reading.ts'
import { findAnywhere, has, idea, times } from './neighbours.ts'

const id = {
  news: idea('news'), arrested: idea('arrested'), film: idea('film'), sport: idea('sport'), game: idea('game'), song: idea('song'),
  jest: idea('jest'), figure: idea('figure'), dream: idea('dream'), thanks: idea('thanks'), resolved: idea('resolved'),
  politics: idea('politics'), advice: idea('advice'), advert: idea('advert'), question: idea('question'), if: idea('if'),
  falsehood: idea('falsehood'), reported: idea('reported'), me: idea('me'), us: idea('us'), kin: idea('kin'),
  civic: idea('civic'), traffic: idea('traffic'), whisper: idea('whisper'), trapped: idea('trapped'), bleeding: idea('bleeding'), lying: idea('lying'), unconscious: idea('unconscious'), ambulance: idea('ambulance'),
  help: idea('help'), urgent: idea('urgent'), comeQuick: idea('comeQuick'), saveMe: idea('saveMe'), notice: idea('notice'), plea: idea('pleaBare'),
}
const HAZARDS: ReadonlySet<Category> = new Set(['accident', 'fire', 'medical', 'disaster', 'animal', 'traffic'])
/** Words in an author's name or handle that mark an outlet. */
const OUTLET = /news|samachar|khabar|patrika|journalis|reporter|breaking|headline|dainik|jagran|ujala|(?:^|[^a-z])(?:live|tv|media|press|times|updates?)(?:$|[^a-z])|न्यूज|समाचार|खबर|पत्रकार|दैनिक/iu

/** Signal: how the post speaks as a whole: as news, a tale, thanks, politics, advice, an advertisement, a question. */
export function takeStance(reading: Reading): void {
  const isPersonal = has(reading, id.me, id.us, id.kin)
  const isPlea = has(reading, id.help, id.comeQuick, id.saveMe)
  const set = (stance: Stance, ideas: readonly number[]): void => { reading.stances.set(stance, findAnywhere(reading, ideas)) }
  if (newsWeight(reading, isPersonal, isPlea) >= 1) set('news', [id.news, id.arrested])
  const tales = [id.film, id.sport, id.game, id.song, id.jest, id.figure, id.dream]
  const taleWeight = tales.reduce((sum, one) => sum + Math.min(2, times(reading, one)), 0) + times(reading, id.figure)
  if (taleWeight >= (isPersonal && isPlea ? 2 : 1) || isDialogue(reading.post.text)) set('fiction', tales)
  if (isThankful(reading, isPlea)) set('thanks', [id.thanks, id.resolved])
  if (times(reading, id.politics) >= (isPersonal || isPlea ? 2 : 1)) set('politics', [id.politics])
  if (has(reading, id.advice) && !isPlea) set('advice', [id.advice])
  if (has(reading, id.advert)) set('advert', [id.advert])
  if (has(reading, id.question) || endsInQuestion(reading)) set('question', [id.question])
  if (has(reading, id.if)) set('if', [id.if])
  if (isCivic(reading)) set('civic', [id.civic, id.traffic])
  if (has(reading, id.falsehood, id.reported)) set('rumour', [id.falsehood, id.reported])
}

/** A pothole or a heap of rubbish makes a hazard of everything; it is the road's, unless somebody is down or trapped. */
function isCivic(reading: Reading): boolean {
  return has(reading, id.civic, id.traffic) && !has(reading, id.whisper, id.kin, id.comeQuick, id.trapped, id.bleeding, id.lying, id.unconscious, id.ambulance)
    && !reading.hits.some((hit) => hit.cue.gravity === 'life' && !HAZARDS.has(hit.cue.category))
}

function newsWeight(reading: Reading, isPersonal: boolean, isPlea: boolean): number {
  const { author } = reading.post
  const isOutlet = OUTLET.test(author.name) || OUTLET.test(author.handle)
  return times(reading, id.news) + 0.7 * times(reading, id.arrested) + (isOutlet ? 1 : 0) - (isPersonal ? 0.6 : 0) - (isPlea ? 0.6 : 0)
}

/** "Beta: … Papa: …": a joke told in turns. */
function isDialogue(text: string): boolean {
  let turns = 0
  for (const match of text.slice(0, 600).matchAll(/(?:^|[.?!।\s])(\p{L}{2,12}):\s/gu)) if (match[1]) turns++
  return turns >= 2
}

/** "Thanks" at the end of a request is courtesy; without a request, or with "found" or "safe", it is thanks. */
function isThankful(reading: Reading, isPlea: boolean): boolean {
  if (has(reading, id.resolved)) return true
  if (!has(reading, id.thanks)) return false
  const asks = isPlea || has(reading, id.notice, id.plea)
  return !asks || findAnywhere(reading, [id.thanks]) < reading.words.length / 2
}

function endsInQuestion(reading: Reading): boolean {
  const text = reading.post.text
  const last = reading.words.at(-1)
  return last !== undefined && text.indexOf('?', last.token.start) >= 0 && reading.words.length <= 25
}
