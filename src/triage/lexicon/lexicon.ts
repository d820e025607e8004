import { Vocabulary } from './compile.ts'
import { DESPAIR_CUES, INTIMATE_CUES } from './cues/intimate.ts'
import { HAZARD_CUES } from './cues/hazards.ts'
import { MATTER_CUES, TALK_CUES } from './cues/matters.ts'
import { CAPTIVITY_CUES, VIOLENCE_CUES } from './cues/violence.ts'
import { CueBook } from './patterns.ts'
import { HOME_FIELDS } from './words/fields-home.ts'
import { TALK_FIELDS } from './words/fields-talk.ts'
import { TOWN_FIELDS } from './words/fields-town.ts'
import { GRAMMAR, TIME } from './words/grammar.ts'
import { HAZARDS, SURROUNDINGS } from './words/hazards.ts'
import { INTIMATE } from './words/intimate.ts'
import { LINKS } from './words/links.ts'
import { MATTERS } from './words/matters.ts'
import { PEOPLE, SERVICES } from './words/people.ts'
import { PLEAS } from './words/pleas.ts'
import { STANCE } from './words/stance.ts'
import { VIOLENCE } from './words/violence.ts'

/** The whole lexicon, compiled when first imported. */
export const VOCABULARY = new Vocabulary(GRAMMAR, TIME, PEOPLE, SERVICES, PLEAS, VIOLENCE, INTIMATE, HAZARDS, SURROUNDINGS, MATTERS, LINKS, STANCE, HOME_FIELDS, TOWN_FIELDS, TALK_FIELDS)
export const CUES = new CueBook(VOCABULARY, VIOLENCE_CUES, CAPTIVITY_CUES, INTIMATE_CUES, DESPAIR_CUES, HAZARD_CUES, MATTER_CUES, TALK_CUES)
