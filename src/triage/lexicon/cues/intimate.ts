import type { Cues } from '../entry.ts'

/** The home, sexual offences, stalking. */
export const INTIMATE_CUES: Cues = {
  'home.beaten': {
    category: 'domestic_violence', gravity: 'serious', because: 'violence at home', points: 46,
    say: [
      'husband & beat|beating|peet', 'husband maar', 'husband by maar', 'husband strike', 'husband & torture', 'husband & threat',
      'husband & weapon', 'inlaws & beat|beating|peet', 'inlaws maar', 'inlaws strike', 'wife & beat|beating|peet', 'wife maar',
      'pron man peet|maar', 'man pron peet|maar', '=domestic_violence', '=gharelu_hinsa', '=घरेलू_हिंसा', 'drunk & kin & beat|beating|peet',
      'drunk & maar & kin|me|us', 'parent & peet|beating & child|me|kin', 'parent & beat me|us|kin', 'he beat me', 'he strike me',
      'husband & maar & start',
    ],
  },
  'home.danger': {
    category: 'domestic_violence', gravity: 'life', because: 'held or nearly killed at home', floor: 'violence-at-home', isSettled: true, isLasting: true, points: 56,
    say: [
      'husband & shut', 'inlaws & shut', 'husband & room & lock', 'husband & setAblaze', 'inlaws & setAblaze', 'inlaws & poison', 'husband & poison',
      'husband & strangle', 'inlaws & strangle', 'husband & blade', 'husband & firearm', 'inlaws & blade', 'husband & kill', 'inlaws & kill',
      'husband & door & shut',
    ],
  },
  'home.dowry': {
    category: 'domestic_violence', gravity: 'matter', because: 'dowry or cruelty', points: 38,
    say: ['dowry', 'inlaws & torture', 'thrownOut & me|kin|woman|elder|inlaws|husband', 'husband & insult'],
  },
  'sexual.rape': { category: 'sexual_harassment', gravity: 'serious', because: 'rape is spoken of', points: 36, isProtected: true, say: ['rape'] },
  'sexual.violence': {
    category: 'sexual_harassment', gravity: 'life', because: 'sexual violence to one of the author’s people or now', points: 52, floor: 'sexual-violence', isProtected: true,
    say: [
      'rape & me|mykin', 'rape prog', 'rape & now', 'force & kapde', 'force & me|woman|kin & do & try', 'molest & force', 'molest & shut',
      'molest & surround|gher', 'molest & child', 'rape & try & me|woman|child|kin',
    ],
  },
  'sexual.molest': {
    category: 'sexual_harassment', gravity: 'serious', because: 'sexual harassment', points: 42, isProtected: true,
    say: [
      'molest', 'flash & me|us|woman|child|they', 'insult & woman', 'touch & me|kin|woman|child|pron & improper', 'touch woman',
      'touch.ing +mykin|kin|child|woman|pron', 'touch +mykin|child', 'drugged & me|woman|kin|child', 'tease & woman|me|us|kin', 'woman & touch',
    ],
  },
  'sexual.images': {
    category: 'sexual_harassment', gravity: 'serious', because: 'blackmail or obscene images', points: 38, isProtected: true,
    say: ['blackmail', 'obscene', 'blackmail & obscene', 'obscene & viral', '=private_photos'],
  },
  'stalk.followed': {
    category: 'stalking', gravity: 'serious', because: 'somebody is followed', points: 44,
    say: [
      'they|people|man|stranger|goon|vehicle follow +me|us|kin|mykin|woman|vehicle|pron !social', 'follow +mykin|vehicle !social',
      'follow =my +vehicle', 'followed', 'peecha & me|us|kin|woman|vehicle', 'peecha prog', 'peecha =kar|kar', 'people|goon|man|stranger & peecha',
      'they|people|man|stranger|goon follow prog', 'circling me|house|us',
    ],
  },
  'stalk.outside': {
    category: 'stalking', gravity: 'serious', because: 'somebody lurks outside', points: 44,
    say: [
      'loiter & me|us|man|people|stranger|goon|alone', 'loiter prog', 'loiter & vehicle', 'loiter & kin|woman|lonely', 'stranger & house & standing',
      'people|man & out & standing & house', 'door|window & standing & out', 'stranger & door', 'they out standing', 'they front standing',
    ],
  },
  'stalk.cab': {
    category: 'stalking', gravity: 'life', because: 'a driver does not stop or takes another way', floor: 'carried-off', points: 50, isSettled: true,
    say: [
      'driver & wrongRoute', 'driver & lock|locked', 'vehicle & wrongRoute & driver', 'driver & ledAway & somewhere|fear|alone',
      'ledAway & somewhere & me|us !!hospital', '=cab & wrongRoute', '=auto & wrongRoute', '=taxi & wrongRoute', '=uber & wrongRoute',
      '=ola & wrongRoute', 'wrongRoute & takeAway', 'vehicle & wrongRoute & me|alone|woman',
    ],
  },
  'stalk.calls': {
    category: 'stalking', gravity: 'matter', because: 'repeated calls or messages', points: 36,
    say: ['repeatCall', 'torture & =call', 'torture & =phone', 'torture & =message'],
  },
}

/** Despair: a pathway of its own. */
export const DESPAIR_CUES: Cues = {
  'suicide.self': {
    category: 'suicide_risk', gravity: 'life', because: 'the author speaks of ending life', floor: 'self-harm', isSettled: true, isAnnounced: true, points: 60,
    say: [
      'wantToDie', 'willDie & hopeless|alone|farewell|poison', 'suicideNoun & me & will', 'me & willen & suicideNoun', 'suicideNoun & forced',
      'poison & swallow', 'poison & me & took', 'selfMeans & me & will|jump|lie', 'selfMeans & jump & will', 'selfMeans & lie & will',
      'selfMeans come prog', 'farewell & me', 'farewell & hopeless', 'farewell & suicideNoun', 'number pills swallow', 'swallow number pills',
      'took =all pills', 'took number pills', 'swallow =all pills', 'poison & ate.perf', 'responsible & mydeath', 'jump & selfMeans & me',
      'bridge & farewell', 'nooneLeft & bridge', 'jump.fut & bridge', 'jump will & bridge',
    ],
  },
  'suicide.will-die': {
    category: 'suicide_risk', gravity: 'serious', because: 'says that they will die', points: 40, isAnnounced: true,
    say: ['willDie'],
  },
  'suicide.farewell': { category: 'suicide_risk', gravity: 'serious', because: 'a farewell', points: 50, isSettled: true, say: ['farewell'] },
  'suicide.other': {
    category: 'suicide_risk', gravity: 'life', because: 'somebody else may end their life', floor: 'self-harm', points: 54, isAnnounced: true,
    say: [
      'suicideNoun & kin|mykin & try|threat|prog|will|note', 'wantToDie & kin|mykin|pron', 'man|woman|kin|child & jump & bridge|roof|height',
      'jump +will', 'willen +jump', 'man|woman|kin|child & standing & height|roof & jump', 'man|woman|kin|child & climb & height', 'jump & train',
      'selfMeans & man|woman|kin|pron & standing|lie|prog', 'hang & kin|man|woman', 'fan & rope', 'selfCut', 'goodbye && poison',
      'goodbye && reachable', 'kin & shut & door & inside', 'left note & reachable', 'suicideNoun & note',
    ],
  },
  'suicide.noun': { category: 'suicide_risk', gravity: 'matter', because: 'suicide is spoken of', points: 32, say: ['suicideNoun'] },
  'suicide.hopeless': {
    category: 'suicide_risk', gravity: 'minor', because: 'despair', points: 26,
    say: ['hopeless & me', 'hopeless & alone', 'nooneLeft & me'],
  },
}
