import type { Finding } from '../../domain/reply.ts'
import { ENGLISH_COMMON, HINGLISH_COMMON } from '../lexicon/words/frequent.ts'
import { findMentions } from '../place/mentions.ts'
import type { Word } from '../reading.ts'
import { keysOf } from './sequence.ts'

const SHORTEST_NAME = 3
/** After these (and a small word between) comes a name. */
const NAMING = keysOf('naam nam name named called mr mrs ms miss shri smt kumari km sri नाम श्री श्रीमती कुमारी सुश्री')
const BETWEEN = keysOf('is hai h ka ki ke mera meri uska uski was है का की')
/** Relations that lead to a person once a place is known. */
const RELATION = keysOf(`daughter son wife husband sister brother mother father niece nephew cousin neighbour neighbor maid student pupil bride teacher friend
  beti beta patni pati behan bahan bhai maa pita bhatiji bhanji padosi padosan chhatra chatra bahu sasural mayka girl minor ladki bachchi nabalig
  बेटी बेटा पत्नी पति बहन भाई मां माता पिता भतीजी भांजी पड़ोसी पड़ोसन छात्रा बहू ससुराल मायका लड़की बच्ची नाबालिग किशोरी`)
/** Places that every town has, and still lead to a person beside a relation. */
const HAUNT = keysOf('school college class coaching hostel university madrasa gaon village mohalla colony gali ward office company factory hospital temple mandir masjid स्कूल कॉलेज कालेज कक्षा कोचिंग हॉस्टल मदरसा गांव मोहल्ला कॉलोनी गली वार्ड अस्पताल मंदिर मस्जिद')

/** What is known of whom the answer must not make known. */
export interface Person {
  /** As the posts of the docket are read. */
  posts: readonly (readonly Word[])[]
  handle: Word[]
  name: Word[]
}

/** Names and descriptions by which a protected victim may be known: BNS s.72, POCSO s.23, "even in a remote manner" (Nipun Saxena, 2018). */
export function findIdentity(words: readonly Word[], person: Person): Finding[] {
  const called = new Set([...person.name, ...person.handle].map(keyOfName).filter(isLongEnough))
  const sure = new Set<string>(person.posts.flatMap(namesIn))
  const said = new Set(person.posts.flatMap((post) => post.filter(isNobodysWord).map(keyOfName)).filter(isLongEnough))
  const places = new Set(findMentions(words).flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)))
  const found = words.flatMap((word, at): Finding[] => {
    const key = keyOfName(word)
    if (!isLongEnough(key) || places.has(at)) return []
    // "Help Me" is a name too: a word of the lexicon needs another pair of eyes, not a ban.
    if (called.has(key) && !isCommon(word)) return [spanOf(word, 'identity', word.spelling.isKnown && word.token.kind === 'word' ? 'needs-second' : 'stops', 'the name of whoever wrote: she may be the victim, or lead to her')]
    if (sure.has(key)) return [spanOf(word, 'name-of-victim', 'stops', 'a name out of the posts')]
    return said.has(key) && isNobodysWord(word) ? [spanOf(word, 'name-of-victim', 'needs-second', 'a word out of the posts that may be a name')] : []
  })
  return [...found, ...described(words)]
}

/** "The daughter … of the school in Chinhat": a relation with a place smaller than a district. */
function described(words: readonly Word[]): Finding[] {
  const relation = words.find(({ spelling }) => RELATION.has(spelling.key))
  if (!relation) return []
  const small = findMentions(words).find(({ places }) => places.every(({ place }) => place.kind !== 'district' && place.kind !== 'elsewhere' && place.kind !== 'corridor'))
  const haunt = words.find(({ spelling }) => HAUNT.has(spelling.key))
  if (!small && !haunt) return []
  return [spanOf(relation, 'identity', 'stops', 'a relation with a place: who lives there knows who it is')]
}

/** Names in a post: what follows "naam" or "named". */
function namesIn(post: readonly Word[]): string[] {
  return post.flatMap((word, at) => {
    const key = keyOfName(word)
    if (!isLongEnough(key) || isCommon(word)) return []
    const before = post[at - 1]?.spelling.key ?? ''
    const isNamed = NAMING.has(before) || (BETWEEN.has(before) && NAMING.has(post[at - 2]?.spelling.key ?? ''))
    return isNamed ? [key] : []
  })
}

function keyOfName({ token, spelling }: Word): string {
  return token.kind === 'word' || token.kind === 'number' ? spelling.key : token.text.toLowerCase()
}

function isLongEnough(key: string): boolean {
  return key.length >= SHORTEST_NAME && !/^\d+$/u.test(key)
}

/** A word that no lexicon knows. */
function isNobodysWord(word: Word): boolean {
  return word.token.kind === 'word' && !word.spelling.isKnown && !isCommon(word)
}

function isCommon({ token }: Word): boolean {
  return ENGLISH_COMMON.has(token.text) || HINGLISH_COMMON.has(token.text) || OFFICIAL.has(token.text)
}

/** Words of answers, which are no names. */
const OFFICIAL = new Set('complaint docket reference number registered concerned police station district officer please contact direct message received noted information details action taken necessary inquiry regarding matter legal process fir help emergency dial शिकायत संदर्भ संख्या पंजीकृत संबंधित पुलिस थाना जनपद अधिकारी कृपया संपर्क संदेश प्राप्त सूचना विवरण कार्रवाई कार्यवाही जांच मामले महोदय shikayat sandarbh sankhya darj sambandhit thana janpad adhikari kripya sampark sandesh prapt suchna vivaran karyawahi jaanch mamle prabhari likhit tahrir abhiyog mukadma vivechna nirdeshit प्रभारी लिखित तहरीर अभियोग मुकदमा विवेचना निर्देशित स्थानीय'.split(' '))

function spanOf({ token }: Word, code: Finding['code'], level: Finding['level'], message: string): Finding {
  return { code, level, message, start: token.start, end: token.end }
}
