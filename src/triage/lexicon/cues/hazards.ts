import type { Cues } from '../entry.ts'

/** Fire, accidents, illness, water, animals. `might` beside them is a fear, not an event (signals/when.ts). */
export const HAZARD_CUES: Cues = {
  'fire.burning': {
    category: 'fire', gravity: 'life', because: 'something is on fire', floor: 'fire',
    say: [
      'flames', 'fire & house|workplace|vehicle|field', 'fire & trapped', 'smoke & trapped', 'fire & brigade', 'fire prog', 'fire & smoke',
      'fire & spread', 'fire & comeQuick', 'burning & house|workplace|vehicle|field', 'setAblaze & house|vehicle|workplace|field',
    ],
  },
  'fire.smoke': {
    category: 'fire', gravity: 'serious', because: 'smoke', points: 42,
    say: ['smoke & house|workplace|vehicle', 'smoke & come', 'brigade & send', 'brigade & not come'],
  },
  'fire.blast': {
    category: 'fire', gravity: 'life', because: 'an explosion', floor: 'explosion', points: 50,
    say: ['blast & house|workplace|hurt|trapped', 'blast done', 'blast & people & now|justNow', 'gasLeak'],
  },
  'fire.noun': { category: 'fire', gravity: 'minor', because: 'fire is spoken of', points: 22, say: ['fire', 'blast'] },
  'accident.noun': {
    category: 'accident', gravity: 'serious', because: 'an accident', points: 40,
    say: ['accident', 'vehicle & by & maar.perf', 'vehicle strike.perf', 'vehicle & fall & road'],
  },
  'accident.hurt': {
    category: 'accident', gravity: 'life', because: 'people are hurt', floor: 'people-hurt',
    say: [
      'accident & hurt', 'accident & lying', 'accident & bleeding', 'accident & blood', 'accident & trapped', 'accident & ambulance',
      'accident & unconscious', 'accident & critical', 'lying & hurt', 'lying & bleeding', 'lying & blood', 'hurt & road & ambulance',
      'vehicle & trapped', 'vehicle & trapped & inside', 'vehicle & fall & water & child|people', 'accident & dead & now|today|justNow|ambulance',
      'accident & vehicle & people', 'fall & hurt & roof|man|woman|kin|neighbour|child|elder', 'vehicle & by & maar.perf & trapped|hurt|under',
    ],
  },
  'accident.drowning': {
    category: 'accident', gravity: 'life', because: 'somebody is drowning', floor: 'drowning',
    say: ['drown & child|man|kin|people|woman|water|boat', 'drown prog', 'boat & overturn', 'boat & water & fill'],
  },
  'accident.collapse': { category: 'accident', gravity: 'life', because: 'something collapsed', floor: 'collapse', points: 48, say: ['collapse'] },
  'accident.trapped': {
    category: 'accident', gravity: 'life', because: 'people are trapped', floor: 'trapped', isLasting: true, points: 50,
    say: [
      'trapped & child|kin|driver & inside|vehicle|house', 'trapped & people|man|woman & inside|under', 'borewell & child', 'borewell & fall',
      'trapped & house|workplace', 'trapped & inside',
    ],
  },
  'accident.lift': {
    category: 'accident', gravity: 'life', because: 'people are stuck in a lift', floor: 'trapped', isLasting: true, points: 56,
    say: ['trapped & lift', 'lift & stuck', 'lift & locked|shut & inside|kin|people|child'],
  },
  'accident.electric': {
    category: 'accident', gravity: 'life', because: 'a live wire or electric shock', points: 46, floor: 'electric',
    say: ['liveWire', 'wire & fall & people|child|road|house', 'wire & stuckTo'],
  },
  'medical.collapse': {
    category: 'medical', gravity: 'life', because: 'breath, heart or consciousness fails', floor: 'medical', isSettled: true, points: 52,
    say: [
      'breath !!civic', 'unconscious', 'fainted & kin|mykin|man|woman|child|pron|driver', 'heart', 'chest pain', 'pain & chest', 'froth',
      'labour & ambulance', 'labour & send|need|help|urgent', 'poison & hospital', 'door & smell & days', 'not & open & door & days',
      'silenced & kin|mykin|child|elder|woman|house|room', 'silenced & hours',
    ],
  },
  'medical.lying': {
    category: 'medical', gravity: 'life', because: 'somebody lies there', floor: 'lying', points: 53,
    say: [
      'writhing & kin|mykin|man|woman|child|people|driver|pron', 'lying & man|woman|child|elder|kin|driver & road|hurt', 'lying & unconscious',
      'lying & people & road|hurt',
    ],
  },
  'medical.ambulance': {
    category: 'medical', gravity: 'life', because: 'an ambulance is needed or held up', floor: 'ambulance', isSettled: true, points: 48,
    say: [
      'ambulance & comeQuick', 'ambulance & send', 'ambulance & not come', 'ambulance & hurt', 'ambulance & stuck', 'ambulance & noAnswer',
      'ambulance & sick', 'need ambulance', 'ambulance need', 'no ambulance',
    ],
  },
  'medical.sick': { category: 'medical', gravity: 'minor', because: 'illness', points: 26, say: ['sick', 'hospital & refuse', 'ambulance'] },
  'medical.blood': { category: 'medical', gravity: 'matter', because: 'blood is needed', points: 36, say: ['bloodNeed', 'blood & unit'] },
  'medical.blood-now': {
    category: 'medical', gravity: 'serious', because: 'blood is needed at once', points: 46,
    say: ['bloodNeed & urgent', 'bloodNeed & critical|hurt', 'blood & unit & urgent'],
  },
  'hurt.noun': { category: 'assault', gravity: 'minor', because: 'somebody is hurt', points: 26, say: ['hurt'] },
  'disaster.flood': {
    category: 'disaster', gravity: 'matter', because: 'flood or storm', points: 30,
    say: ['flood & house', 'flood & people|us|kin', 'flood'],
  },
  'disaster.stranded': {
    category: 'disaster', gravity: 'life', because: 'people are cut off by water', floor: 'stranded', isLasting: true, points: 58,
    say: ['flood & trapped', 'flood & roof', 'flood & saveMe', 'water & house & enter', 'water & roof & trapped'],
  },
  'animal.danger': {
    category: 'animal', gravity: 'life', because: 'a dangerous animal', points: 48, floor: 'dangerous-animal',
    say: [
      'wildBeast & house & enter|inside|in|come|now', 'wildBeast & enter', 'wildBeast & bite', 'animal & bite prog & child', 'wildBeast & child',
      'animal & maul', 'wildBeast & field|school|road',
    ],
  },
  'animal.any': {
    category: 'animal', gravity: 'minor', because: 'an animal', points: 26,
    say: ['animal & bite', 'cruelty', 'animal & hurt', 'animal & road', 'animal & accident', 'animal & dead', 'animal'],
  },
}
