/** A road through several districts. Named alone it says nothing of the place; with a kilometre it may. */
export interface Corridor {
  name: string
  spellings: readonly string[]
  /** From which kilometre to which it surely runs through a district, ends left out where the border is not well known. */
  stretches: readonly (readonly [from: number, to: number, districtId: string])[]
}

/** Expressways and roads named after two cities; kilometres are general knowledge, with a margin at each border. */
export const CORRIDORS: readonly Corridor[] = [
  {
    name: 'Yamuna Expressway',
    spellings: ['यमुना एक्सप्रेसवे', 'यमुना एक्सप्रेस वे', 'Yamuna Exp', 'Yamuna Exp Way', 'Yamuna Express Way'],
    stretches: [[0, 40, 'gautam-buddha-nagar'], [46, 62, 'aligarh'], [72, 132, 'mathura'], [145, 165, 'agra']],
  },
  {
    name: 'Agra Lucknow Expressway',
    spellings: ['Lucknow Agra Expressway', 'आगरा लखनऊ एक्सप्रेसवे', 'लखनऊ आगरा एक्सप्रेसवे', 'Agra Expressway', 'आगरा एक्सप्रेसवे', 'आगरा एक्सप्रेस वे', 'Agra Exp Way', 'Agra Express Way', 'Lucknow Expressway', 'लखनऊ एक्सप्रेसवे', 'Agra Lucknow Express Way', 'Agra Lucknow Exp'],
    stretches: [[0, 25, 'agra'], [38, 72, 'firozabad'], [82, 98, 'mainpuri'], [106, 128, 'etawah'], [134, 144, 'auraiya'], [150, 210, 'kannauj'], [222, 234, 'kanpur-nagar'], [244, 286, 'unnao'], [293, 302, 'lucknow']],
  },
  {
    name: 'Purvanchal Expressway',
    spellings: ['पूर्वांचल एक्सप्रेसवे', 'पूर्वांचल एक्सप्रेस वे', 'Purvanchal Express Way', 'Poorvanchal Expressway'],
    stretches: [[0, 12, 'lucknow'], [25, 70, 'barabanki'], [112, 165, 'sultanpur'], [195, 270, 'azamgarh'], [322, 341, 'ghazipur']],
  },
  { name: 'Bundelkhand Expressway', spellings: ['बुंदेलखंड एक्सप्रेसवे', 'बुंदेलखंड एक्सप्रेस वे'], stretches: [] },
  { name: 'Ganga Expressway', spellings: ['गंगा एक्सप्रेसवे', 'गंगा एक्सप्रेस वे'], stretches: [] },
  { name: 'Gorakhpur Link Expressway', spellings: ['गोरखपुर लिंक एक्सप्रेसवे'], stretches: [] },
  { name: 'Delhi Meerut Expressway', spellings: ['दिल्ली मेरठ एक्सप्रेसवे', 'Meerut Expressway', 'Meerut Delhi Expressway'], stretches: [] },
  { name: 'Eastern Peripheral Expressway', spellings: ['ईस्टर्न पेरिफेरल', 'Eastern Peripheral'], stretches: [] },
  { name: 'Lucknow Kanpur Highway', spellings: ['Lucknow Kanpur Expressway', 'Kanpur Lucknow Highway', 'लखनऊ कानपुर हाईवे', 'कानपुर लखनऊ हाईवे'], stretches: [] },
  { name: 'Delhi Lucknow Highway', spellings: ['Lucknow Delhi Highway', 'दिल्ली लखनऊ हाईवे'], stretches: [] },
  { name: 'Delhi Dehradun Highway', spellings: ['Delhi Dehradun Expressway', 'दिल्ली देहरादून हाईवे'], stretches: [] },
  { name: 'Delhi Agra Highway', spellings: ['Agra Delhi Highway', 'Agra Mathura Highway', 'आगरा दिल्ली हाईवे', 'दिल्ली आगरा हाईवे'], stretches: [] },
  { name: 'Kanpur Jhansi Highway', spellings: ['Jhansi Kanpur Highway', 'झांसी कानपुर हाईवे', 'कानपुर झांसी हाईवे'], stretches: [] },
]

/** District of a kilometre of a corridor; null where the road is near a border, or not known well enough. */
export function districtAt(name: string, kilometre: number): string | null {
  const corridor = CORRIDORS.find((one) => one.name === name)
  return corridor?.stretches.find(([from, to]) => kilometre >= from && kilometre <= to)?.[2] ?? null
}
