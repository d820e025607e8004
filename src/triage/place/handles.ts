/**
 * Handles of district police accounts → district id, lower case, without @. From public sources and the naming pattern of
 * the force; not checked live, so a deployment confirms them in its policy.
 */
export const DISTRICT_HANDLES: Readonly<Record<string, string>> = {
  agrapolice: 'agra',
  aligarhpolice: 'aligarh',
  ambedkarnagrpol: 'ambedkar-nagar',
  amethipolice: 'amethi',
  amrohapolice: 'amroha',
  auraiyapolice: 'auraiya',
  ayodhya_police: 'ayodhya',
  faizabadpolice: 'ayodhya',
  azamgarhpolice: 'azamgarh',
  baghpatpolice: 'baghpat',
  bahraichpolice: 'bahraich',
  balliapolice: 'ballia',
  balrampurpolice: 'balrampur',
  bandapolice: 'banda',
  barabankipolice: 'barabanki',
  bareillypolice: 'bareilly',
  bastipolice: 'basti',
  bhadohipolice: 'bhadohi',
  bijnorpolice: 'bijnor',
  budaunpolice: 'budaun',
  bulandshahrpol: 'bulandshahr',
  chandaulipolice: 'chandauli',
  chitrakootpol: 'chitrakoot',
  deoriapolice: 'deoria',
  etahpolice: 'etah',
  etawahpolice: 'etawah',
  fatehgarhpolice: 'farrukhabad',
  fatehpurpolice: 'fatehpur',
  firozabadpolice: 'firozabad',
  noidapolice: 'gautam-buddha-nagar',
  ghaziabadpolice: 'ghaziabad',
  ghazipurpolice: 'ghazipur',
  gondapolice: 'gonda',
  gorakhpurpolice: 'gorakhpur',
  hamirpurpolice: 'hamirpur',
  hapurpolice: 'hapur',
  hardoipolice: 'hardoi',
  hathraspolice: 'hathras',
  jalaunpolice: 'jalaun',
  jaunpurpolice: 'jaunpur',
  jhansipolice: 'jhansi',
  kannaujpolice: 'kannauj',
  kanpurdehatpol: 'kanpur-dehat',
  kanpurnagarpol: 'kanpur-nagar',
  kanpurpolice: 'kanpur-nagar',
  kasganjpolice: 'kasganj',
  kaushambipolice: 'kaushambi',
  kushinagarpol: 'kushinagar',
  kheripolice: 'lakhimpur-kheri',
  lalitpurpolice: 'lalitpur',
  lkopolice: 'lucknow',
  lucknowpolice: 'lucknow',
  maharajganjpol: 'maharajganj',
  mahobapolice: 'mahoba',
  mainpuripolice: 'mainpuri',
  mathurapolice: 'mathura',
  maupolice: 'mau',
  meerutpolice: 'meerut',
  mirzapurpolice: 'mirzapur',
  moradabadpolice: 'moradabad',
  muzafarnagarpol: 'muzaffarnagar',
  pilibhitpolice: 'pilibhit',
  pratapgarhpol: 'pratapgarh',
  prayagraj_pol: 'prayagraj',
  allahabadpolice: 'prayagraj',
  raebarelipolice: 'rae-bareli',
  rampurpolice: 'rampur',
  saharanpurpol: 'saharanpur',
  sambhalpolice: 'sambhal',
  santkabirnagpol: 'sant-kabir-nagar',
  shahjahanpurpol: 'shahjahanpur',
  shamlipolice: 'shamli',
  shravastipolice: 'shravasti',
  siddharthnagpol: 'siddharthnagar',
  sitapurpolice: 'sitapur',
  sonbhadrapolice: 'sonbhadra',
  sultanpurpolice: 'sultanpur',
  unnaopolice: 'unnao',
  varanasipolice: 'varanasi',
}

/** What people call the cities in handles, besides the names of the districts. */
const CODES: Readonly<Record<string, string>> = {
  lko: 'lucknow', lkw: 'lucknow', luck: 'lucknow', lucknow: 'lucknow', knp: 'kanpur-nagar', kanpur: 'kanpur-nagar', cnb: 'kanpur-nagar', gzb: 'ghaziabad', ghaziabad: 'ghaziabad', vns: 'varanasi', varanasi: 'varanasi', banaras: 'varanasi', kashi: 'varanasi', bsb: 'varanasi',
  mrt: 'meerut', meerut: 'meerut', agra: 'agra', noida: 'gautam-buddha-nagar', gnoida: 'gautam-buddha-nagar', greaternoida: 'gautam-buddha-nagar', gbn: 'gautam-buddha-nagar', prayagraj: 'prayagraj', pryj: 'prayagraj', allahabad: 'prayagraj', alld: 'prayagraj', prj: 'prayagraj',
  gkp: 'gorakhpur', gorakhpur: 'gorakhpur', bly: 'bareilly', bareilly: 'bareilly', mbd: 'moradabad', moradabad: 'moradabad', aligarh: 'aligarh', alg: 'aligarh', jhs: 'jhansi', jhansi: 'jhansi', ayodhya: 'ayodhya', faizabad: 'ayodhya', mathura: 'mathura', mtj: 'mathura', vrindavan: 'mathura',
  sre: 'saharanpur', saharanpur: 'saharanpur', muzaffarnagar: 'muzaffarnagar', mzn: 'muzaffarnagar', azamgarh: 'azamgarh', ballia: 'ballia', basti: 'basti', gonda: 'gonda', bahraich: 'bahraich', barabanki: 'barabanki', sitapur: 'sitapur', hardoi: 'hardoi', unnao: 'unnao', raebareli: 'rae-bareli', rbl: 'rae-bareli',
  amethi: 'amethi', sultanpur: 'sultanpur', pratapgarh: 'pratapgarh', jaunpur: 'jaunpur', ghazipur: 'ghazipur', mirzapur: 'mirzapur', sonbhadra: 'sonbhadra', chandauli: 'chandauli', bhadohi: 'bhadohi', deoria: 'deoria', kushinagar: 'kushinagar', maharajganj: 'maharajganj', siddharthnagar: 'siddharthnagar', santkabirnagar: 'sant-kabir-nagar',
  balrampur: 'balrampur', shravasti: 'shravasti', kheri: 'lakhimpur-kheri', lakhimpur: 'lakhimpur-kheri', shahjahanpur: 'shahjahanpur', pilibhit: 'pilibhit', budaun: 'budaun', badaun: 'budaun', rampur: 'rampur', sambhal: 'sambhal', amroha: 'amroha', bijnor: 'bijnor', shamli: 'shamli', baghpat: 'baghpat', bagpat: 'baghpat',
  hapur: 'hapur', bulandshahr: 'bulandshahr', bsr: 'bulandshahr', hathras: 'hathras', etah: 'etah', kasganj: 'kasganj', mainpuri: 'mainpuri', firozabad: 'firozabad', fzd: 'firozabad', etawah: 'etawah', auraiya: 'auraiya', kannauj: 'kannauj', farrukhabad: 'farrukhabad', fatehgarh: 'farrukhabad',
  jalaun: 'jalaun', orai: 'jalaun', lalitpur: 'lalitpur', hamirpur: 'hamirpur', mahoba: 'mahoba', banda: 'banda', chitrakoot: 'chitrakoot', fatehpur: 'fatehpur', kaushambi: 'kaushambi', ambedkarnagar: 'ambedkar-nagar', kanpurdehat: 'kanpur-dehat',
}
/** Parts that say no place; the first group speaks for an office. */
const OFFICE = /^(?:prahari|police|pol|traffic|trafficpol|cop|cops|dm|sp|ssp|cp|dcp|dig|ig|adg|commissioner|dial|uppolice|up|fire|control)$/u
const OFFICE_EDGE = /^(?:prahari|police|traffic|dm|ssp|sp|cp|dcp)|(?:police|traffic|pol|dm|nagarnigam)$/gu
const LONGEST = 32

/** A district that a handle names, and whether an office seems to stand behind it. */
export interface HandleHint {
  districtId: string
  isOffice: boolean
}

/** Handles repeat; what they name is remembered, and forgotten when it gets too much. */
const REMEMBERED = new Map<string, HandleHint | null>()
const MEMORY = 5_000

/** What a handle says of the place, if anything. */
export function hintInHandle(handle: string): HandleHint | null {
  const known = REMEMBERED.get(handle)
  if (known !== undefined) return known
  if (REMEMBERED.size >= MEMORY) REMEMBERED.clear()
  const hint = readHandle(handle)
  REMEMBERED.set(handle, hint)
  return hint
}

/** Reads a handle for the name or well-known short form of a city, as a part of its own: prahari_knp, dmagra, noida_cops. */
function readHandle(handle: string): HandleHint | null {
  const parts = handle.slice(0, LONGEST).toLowerCase().split(/[_\d]+/u).filter(Boolean)
  const isOffice = parts.some((part) => OFFICE.test(part))
  for (const part of parts) {
    const whole = CODES[part]
    if (whole !== undefined) return { districtId: whole, isOffice }
    const bare = part.replace(OFFICE_EDGE, '')
    const inside = bare !== part ? CODES[bare] : undefined
    if (inside !== undefined) return { districtId: inside, isOffice: true }
  }
  return null
}
