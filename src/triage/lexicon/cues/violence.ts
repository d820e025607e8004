import type { Cues } from '../entry.ts'

/** Assault, weapons, threats, break-ins, mobs. */
export const VIOLENCE_CUES: Cues = {
  'assault.beating': {
    category: 'assault', gravity: 'serious', because: 'somebody is beaten',
    say: [
      'beating', 'peet', 'beat +me|us|kin|woman|child|man|pron|mykin', 'they|people|goon|husband|neighbour|man strike +me|us|kin|mykin|pron',
      'strike +mykin', 'kin|mykin beat.perf', '=attacked +me|us|kin|mykin|woman|man', '=attacking +me|us|kin|mykin|woman|man',
      'kin|mykin =was|=were|=has|=is attack', 'me|us|kin & attackHi', '=attack_on mykin|us', 'me|us|kin|mykin|woman|child|man|pron maar prog|done',
      'me|us|kin|woman|child|man|pron maar.perf', 'me|us|kin|pron maar.habit', 'me|us|kin|pron maar.inf', 'me|us|kin|pron maar.conj',
      'people|goon|mob|neighbour maar prog|done', 'maar prog & hurt', 'maar prog & me|us|kin|mykin', 'weapon maar', 'weapon from maar',
    ],
  },
  'assault.maar': { category: 'assault', gravity: 'matter', because: 'beating is spoken of', points: 32, say: ['maar prog'] },
  'assault.attack': { category: 'assault', gravity: 'serious', because: 'an attack', points: 34, say: ['attack'] },
  'assault.fight': { category: 'assault', gravity: 'matter', because: 'a fight', points: 26, say: ['fight', 'groups & fight'] },
  'assault.bound': {
    category: 'assault', gravity: 'life', because: 'somebody is bound and beaten', floor: 'bound', points: 60,
    say: ['tie & beating|peet|maar|beat'],
  },
  'assault.armed-fight': {
    category: 'assault', gravity: 'life', because: 'a fight with weapons or wounds', floor: 'violent-fight',
    say: [
      'fight & weapon', 'fight & bleeding', 'fight & hurt', 'groups & weapon', 'groups & hurt', 'beating & weapon', 'beating & bleeding',
      'peet & weapon', 'weapon & hurt', 'weapon & throw & people|groups', 'stone & hurt', 'maar & bleeding', 'attack & weapon',
    ],
  },
  'assault.bleeding': {
    category: 'assault', gravity: 'life', because: 'somebody is bleeding', floor: 'bleeding',
    say: [
      'bleeding & me|us|kin|mykin|man|woman|child|people|pron|they|hurt|accident|lying|head', 'bleeding prog|be', 'blood & hurt !unit',
      'blood & lying', 'blood & flowing & people|man|woman|kin|me|pron',
    ],
  },
  'assault.stabbed': {
    category: 'assault', gravity: 'life', because: 'somebody was stabbed', floor: 'stabbed',
    say: ['stab', 'blade & maar', 'blade & attack', 'blade & strike'],
  },
  'assault.shot': {
    category: 'assault', gravity: 'life', because: 'shots are fired', floor: 'shots', isFeared: true,
    say: ['shot', 'firingNoun prog', 'firingNoun done', 'shot & sound', 'was shot', 'kin was shot', 'man was shot'],
  },
  'assault.strangled': {
    category: 'assault', gravity: 'life', because: 'somebody is strangled', floor: 'strangled',
    say: ['strangle', 'hand & neck', 'grabbed & neck & me|kin|woman|pron|child'],
  },
  'assault.acid': { category: 'assault', gravity: 'life', because: 'acid', floor: 'acid', points: 48, say: ['acid'] },
  'assault.burning-person': {
    category: 'assault', gravity: 'life', because: 'somebody is set on fire', floor: 'set-ablaze',
    say: ['setAblaze & me|us|kin|woman|man|child|pron|inlaws', 'setAblaze prog', 'setAblaze willen|will', 'setAblaze & threat'],
  },
  'assault.murder': { category: 'assault', gravity: 'serious', because: 'a killing', points: 26, say: ['murder'] },
  'assault.corpse': { category: 'assault', gravity: 'serious', because: 'a dead body', points: 57, say: ['corpse'] },
  'assault.pushed': {
    category: 'assault', gravity: 'life', because: 'somebody was pushed into danger', floor: 'pushed',
    say: ['push & water|train', 'push & roof|bridge & from'],
  },
  'assault.kin-killed': {
    category: 'assault', gravity: 'life', because: 'one of the author’s people was killed', points: 46,
    say: ['mykin & murder', 'kin murder', 'kin of murder'],
  },
  'assault.surrounded': {
    category: 'assault', gravity: 'life', because: 'people are surrounded', floor: 'surrounded', points: 50,
    say: [
      'surround & goon|people|mob|they', 'gher & me|us|kin|house|vehicle|man|driver|woman', 'goon|people|mob & gher', 'gher prog', 'gher.perf done',
    ],
  },
  'assault.goons-here': {
    category: 'assault', gravity: 'serious', because: 'violent men are here', points: 44,
    say: ['goon & enter', 'goon & come', 'goon & loiter', 'goon & break', 'goon & standing', 'goon & gathered'],
  },
  'intrusion.house': {
    category: 'assault', gravity: 'life', because: 'somebody forces a way into a house', floor: 'intruder', points: 50,
    say: [
      'house & enter !!flood', 'door & enter !!flood', 'enter & goon|stranger|thief', 'people|they enter', 'enter inside !!flood',
      'inside enter !!flood', 'enter prog !!flood', 'scale & wall|house', 'wall & climb', 'enter & vehicle & me|child|kin|us',
    ],
  },
  'intrusion.sound': {
    category: 'assault', gravity: 'serious', because: 'somebody is at the door', points: 44,
    say: [
      'door & open & sound', 'door & knock & night|fear|stranger|people', 'they & come & fear|hiding', 'cry & sound & house|neighbour|woman|child',
      'cry & woman|child & neighbour|house', 'people|goon|stranger & door & come', 'people & house & come & force',
      'people|man & door & standing & fear',
    ],
  },
  'intrusion.door': {
    category: 'assault', gravity: 'life', because: 'somebody breaks or beats at the door', floor: 'intruder', points: 50,
    say: [
      'door & break', 'door maar prog !shut', 'break.ing & house', 'door & peet', 'door|window & =open & trying', 'window & break.ing',
      'window & climb', 'door & strike.ing',
    ],
  },
  'threat.kill': {
    category: 'threat_weapon', gravity: 'life', because: 'a threat to kill', floor: 'threat-to-kill', points: 52, isAnnounced: true,
    say: [
      'killHi.fut', 'killHi will', 'killHi & threat', 'threat & kill', 'willen kill +me|us|kin|pron|mykin|everyone', 'killHi.inf & come',
      'me|us|kin|pron killHi', 'they|people|goon|husband kill.ing +me|us|kin|mykin', 'they kill +me|us|kin|mykin', 'lifeRisk', '=death_threat',
      '=death_threats', 'burnThreat & me|us|kin|woman|they', 'burnThreat & threat', 'burnThreat & kin|mykin|inlaws|pron', 'killHi pron',
      'threat & setAblaze', 'threat & rape',
    ],
  },
  'threat.any': { category: 'threat_weapon', gravity: 'matter', because: 'a threat', points: 36, say: ['threat !=life_threatening'] },
  'threat.armed': {
    category: 'threat_weapon', gravity: 'life', because: 'threatened with a weapon', floor: 'armed-threat', points: 48,
    say: [
      'weapon & threat', 'weapon & wave & me|us|kin|people|pron', 'weapon & surround|gher', 'weapon & hiding', 'firearm & wave',
      'they & blade & roam', 'weapon & come & goon|people', 'goon & weapon', 'weapon & standing', 'they +have +weapon', 'they =has weapon',
      'weapon & chasing', 'they && weapon hand', 'hand & weapon',
    ],
  },
  'weapon.shown': {
    category: 'threat_weapon', gravity: 'serious', because: 'a weapon is shown', points: 44,
    say: [
      'weapon & wave', 'people|goon|man|neighbour|they|husband weapon', 'weapon le', 'weapon & come', 'weapon & gathered', '=armed_men',
      '=armed_with',
    ],
  },
  'weapon.any': { category: 'threat_weapon', gravity: 'minor', because: 'a weapon is spoken of', points: 20, say: ['weapon', 'firingNoun'] },
  'mob.violence': {
    category: 'riot_mob', gravity: 'life', because: 'a violent crowd', points: 48, floor: 'violent-crowd',
    say: [
      'riot prog|done', 'riot & people|mob|vehicle|house|help', 'stone & mob', 'stone & house|vehicle|police|us|me|groups', 'people stone throw',
      'stone prog', 'pelting', 'mob & beat|beating|peet|maar', 'mob & surround|gher', 'mob & weapon', 'mob & break', 'mob & setAblaze',
      'mob & enter', 'mob & attack', 'stone & throw & house|vehicle|us|me|police|groups|mob', 'mob & fire', 'groups & stone', 'blast & throw',
      'people cut', 'stampede', 'throw & burningThing', 'mob & fall|trapped & child|people|woman',
    ],
  },
  'mob.tension': {
    category: 'riot_mob', gravity: 'matter', because: 'tension between groups', points: 36,
    say: ['tension', 'curfew', 'mob gathered', 'groups & tension', 'people gathered & fight'],
  },
  'mob.protest': { category: 'riot_mob', gravity: 'minor', because: 'a protest', points: 14, say: ['protest'] },
}

/** Abduction, captivity, missing people, children. */
export const CAPTIVITY_CUES: Cues = {
  'kidnap.taken': {
    category: 'kidnapping', gravity: 'life', because: 'somebody was carried off', floor: 'kidnapped', isLasting: true,
    say: [
      'kidnap', 'kidnapNoun & mykin|kin', 'takeAway & me|us|kin|child|woman|mykin & force|vehicle', 'takeAway mykin|child',
      'mykin|child|woman|kin takeAway', 'takeAway & force', 'takeAway & goon|stranger', 'goon|stranger ledAway',
      'ledAway & mykin|child & vehicle !!hospital', 'people & ledAway & kin|child|woman & vehicle|force !!hospital', 'pulled & vehicle',
      'pulled & ledAway', 'stuffed & ledAway', 'lureAway & ledAway', 'child ledAway prog !!school !!hospital', 'people & le & vehicle & circle',
      'people & kin & vehicle & circle', 'child steal', 'steal +child', 'sell & woman|child|kin', 'pulled & me|kin|woman|child & try',
      'try & pulled & me|us|kin|woman|child', 'force & sit & vehicle',
    ],
  },
  'captive.kept': {
    category: 'kidnapping', gravity: 'serious', because: 'people are not let go', points: 44, isLasting: true, isSettled: true,
    say: [
      'letGo & me|us & exit !!traffic', 'letGo & kin|mykin|pron & out|exit !!traffic', 'letGo & phone|force !!traffic',
      'locked & out & us|me|people & inside', 'forcing & drink',
    ],
  },
  'captive.others': {
    category: 'kidnapping', gravity: 'matter', because: 'others are not let go', points: 40, isSettled: true,
    say: ['letGo & kin|woman|child|worker !!traffic'],
  },
  'kidnap.noun': { category: 'kidnapping', gravity: 'serious', because: 'kidnapping is spoken of', points: 32, say: ['kidnapNoun'] },
  'captive.shut-in': {
    category: 'kidnapping', gravity: 'life', because: 'somebody is held and cannot leave', floor: 'held-captive', isLasting: true, isSettled: true,
    say: [
      'room & shut & me|us|kin|child|woman|pron', 'house & shut & me|kin|woman|child & phone|not', 'lockup', 'captiveEn',
      'tie & me|us|kin|man|woman|child', 'me|kin|woman room shut', 'captive',
    ],
  },
  'missing.person': {
    category: 'missing_person', gravity: 'life', because: 'a person is missing', floor: 'missing-person', isLasting: true, isSettled: true, points: 50,
    say: [
      'kin|mykin|child|woman|elder|frail missing !possession', 'kin|mykin|child|woman|elder|frail & goneMissing !possession', 'goneMissing & age',
      'missing && age !!possession', 'lost =my & age', 'missing && mykin !!possession', 'noTrace & mykin !possession', 'man & goneMissing',
      '=missing_child', '=missing_girl', 'missing & child & search',
    ],
  },
  'missing.not-home': {
    category: 'missing_person', gravity: 'life', because: 'somebody did not come home', floor: 'missing-person', isLasting: true, isSettled: true, points: 50,
    say: [
      'mykin|child|woman|elder|kin && notHome', 'school & notHome', 'age & notHome', 'kin|mykin|child|woman|elder house not come',
      'kin|mykin|child & school & not come & house', 'not house come & kin|child|woman',
    ],
  },
  'missing.silent': {
    category: 'missing_person', gravity: 'serious', because: 'one of the author’s people cannot be reached', isLasting: true, isSettled: true, points: 44,
    say: ['reachable & kin|mykin|child|woman', 'reachable && mykin', 'notHome', 'noTrace & me|us & hours !possession'],
  },
  'missing.bare': {
    category: 'missing_person', gravity: 'minor', because: 'missing', points: 24, isSettled: true,
    say: ['missing !missYou', 'goneMissing !missYou'],
  },
  'child.abandoned': {
    category: 'child_at_risk', gravity: 'serious', because: 'a child alone or abandoned', isProtected: true, points: 46,
    say: ['abandoned & child', 'child alone', 'child & alone & road|school|station', 'child & cry & alone'],
  },
  'child.beaten': {
    category: 'child_at_risk', gravity: 'serious', because: 'a child is beaten', isProtected: true, points: 46,
    say: [
      'teacher & beat|peet|beating|strike', 'teacher maar', 'teacher by child maar', 'child & beating', 'child & peet', 'child & torture',
      'child & beat', 'child && parent && peet', 'child && parent && beating',
    ],
  },
  'child.labour': {
    category: 'child_at_risk', gravity: 'matter', because: 'child labour, begging or marriage', isProtected: true, points: 36,
    say: ['begging', 'child & worker', 'child & marriage & force', 'force & marriage'],
  },
  'child.locked': {
    category: 'child_at_risk', gravity: 'life', because: 'a child is locked in', isProtected: true, floor: 'child-trapped', isLasting: true, isSettled: true, points: 56,
    say: ['child & locked & vehicle', 'child & shut & vehicle', 'child & locked & inside', 'child & locked & house|room|days'],
  },
}
