/**
 * The 75 districts of Uttar Pradesh with their police zone, range or commissionerate, and their tile on the map grid.
 * Names and codes: Local Government Directory (LGD), Government of India, GODL-India. Zones and ranges: public
 * descriptions of the force, 2016, cross-checked by counts (8 zones, 18 ranges, 7 commissionerates).
 */
export interface District {
  id: string
  name: string
  nameHi: string
  zone: string
  range: string
  /** Whether a Commissioner of Police heads it, outside the range. */
  isCommissionerate: boolean
  /** Short code on the tile. */
  code: string
  /** Column and row of its tile, from the north-west corner. */
  col: number
  row: number
}

type Row = [id: string, name: string, nameHi: string, zone: string, range: string, isCommissionerate: boolean, code: string, col: number, row: number]

const ROWS: Row[] = [
  ['agra', 'Agra', 'आगरा', 'Agra', 'Agra', true, 'AGR', 1, 7],
  ['aligarh', 'Aligarh', 'अलीगढ़', 'Agra', 'Aligarh', false, 'ALG', 1, 5],
  ['ambedkar-nagar', 'Ambedkar Nagar', 'अम्बेडकर नगर', 'Lucknow', 'Ayodhya', false, 'ABN', 9, 6],
  ['amethi', 'Amethi', 'अमेठी', 'Lucknow', 'Ayodhya', false, 'AME', 8, 7],
  ['amroha', 'Amroha', 'अमरोहा', 'Bareilly', 'Moradabad', false, 'AMR', 2, 3],
  ['auraiya', 'Auraiya', 'औरैया', 'Kanpur', 'Kanpur', false, 'AUR', 3, 8],
  ['ayodhya', 'Ayodhya', 'अयोध्या', 'Lucknow', 'Ayodhya', false, 'AYD', 8, 6],
  ['azamgarh', 'Azamgarh', 'आजमगढ़', 'Varanasi', 'Azamgarh', false, 'AZM', 10, 7],
  ['baghpat', 'Baghpat', 'बागपत', 'Meerut', 'Meerut', false, 'BGP', 0, 2],
  ['bahraich', 'Bahraich', 'बहराइच', 'Gorakhpur', 'Devipatan', false, 'BRH', 7, 5],
  ['ballia', 'Ballia', 'बलिया', 'Varanasi', 'Azamgarh', false, 'BAL', 12, 8],
  ['balrampur', 'Balrampur', 'बलरामपुर', 'Gorakhpur', 'Devipatan', false, 'BLP', 9, 4],
  ['banda', 'Banda', 'बांदा', 'Prayagraj', 'Chitrakoot Dham', false, 'BND', 6, 9],
  ['barabanki', 'Barabanki', 'बाराबंकी', 'Lucknow', 'Ayodhya', false, 'BBK', 7, 6],
  ['bareilly', 'Bareilly', 'बरेली', 'Bareilly', 'Bareilly', false, 'BRY', 4, 4],
  ['basti', 'Basti', 'बस्ती', 'Gorakhpur', 'Basti', false, 'BST', 9, 5],
  ['bhadohi', 'Bhadohi', 'भदोही', 'Varanasi', 'Mirzapur', false, 'BHD', 9, 9],
  ['bijnor', 'Bijnor', 'बिजनौर', 'Bareilly', 'Moradabad', false, 'BJN', 2, 2],
  ['budaun', 'Budaun', 'बदायूं', 'Bareilly', 'Bareilly', false, 'BDN', 3, 4],
  ['bulandshahr', 'Bulandshahr', 'बुलंदशहर', 'Meerut', 'Meerut', false, 'BSR', 1, 4],
  ['chandauli', 'Chandauli', 'चंदौली', 'Varanasi', 'Varanasi', false, 'CDL', 11, 9],
  ['chitrakoot', 'Chitrakoot', 'चित्रकूट', 'Prayagraj', 'Chitrakoot Dham', false, 'CTK', 7, 9],
  ['deoria', 'Deoria', 'देवरिया', 'Gorakhpur', 'Gorakhpur', false, 'DEO', 12, 7],
  ['etah', 'Etah', 'एटा', 'Agra', 'Aligarh', false, 'ETA', 2, 6],
  ['etawah', 'Etawah', 'इटावा', 'Kanpur', 'Kanpur', false, 'ETW', 3, 7],
  ['farrukhabad', 'Farrukhabad', 'फर्रुखाबाद', 'Kanpur', 'Kanpur', false, 'FKD', 3, 5],
  ['fatehpur', 'Fatehpur', 'फतेहपुर', 'Prayagraj', 'Prayagraj', false, 'FTP', 6, 8],
  ['firozabad', 'Firozabad', 'फिरोजाबाद', 'Agra', 'Agra', false, 'FZD', 2, 7],
  ['gautam-buddha-nagar', 'Gautam Buddha Nagar', 'गौतम बुद्ध नगर', 'Meerut', 'Meerut', true, 'GBN', 0, 4],
  ['ghaziabad', 'Ghaziabad', 'गाजियाबाद', 'Meerut', 'Meerut', true, 'GZB', 0, 3],
  ['ghazipur', 'Ghazipur', 'गाजीपुर', 'Varanasi', 'Varanasi', false, 'GZP', 11, 8],
  ['gonda', 'Gonda', 'गोंडा', 'Gorakhpur', 'Devipatan', false, 'GND', 8, 5],
  ['gorakhpur', 'Gorakhpur', 'गोरखपुर', 'Gorakhpur', 'Gorakhpur', false, 'GKP', 11, 6],
  ['hamirpur', 'Hamirpur', 'हमीरपुर', 'Prayagraj', 'Chitrakoot Dham', false, 'HMP', 5, 8],
  ['hapur', 'Hapur', 'हापुड़', 'Meerut', 'Meerut', false, 'HPR', 1, 3],
  ['hardoi', 'Hardoi', 'हरदोई', 'Lucknow', 'Lucknow', false, 'HDI', 5, 6],
  ['hathras', 'Hathras', 'हाथरस', 'Agra', 'Aligarh', false, 'HTR', 1, 6],
  ['jalaun', 'Jalaun', 'जालौन', 'Kanpur', 'Jhansi', false, 'JLN', 4, 8],
  ['jaunpur', 'Jaunpur', 'जौनपुर', 'Varanasi', 'Varanasi', false, 'JNP', 9, 8],
  ['jhansi', 'Jhansi', 'झांसी', 'Kanpur', 'Jhansi', false, 'JHS', 4, 9],
  ['kannauj', 'Kannauj', 'कन्नौज', 'Kanpur', 'Kanpur', false, 'KNJ', 4, 6],
  ['kanpur-dehat', 'Kanpur Dehat', 'कानपुर देहात', 'Kanpur', 'Kanpur', false, 'KND', 4, 7],
  ['kanpur-nagar', 'Kanpur Nagar', 'कानपुर नगर', 'Kanpur', 'Kanpur', true, 'KNP', 5, 7],
  ['kasganj', 'Kasganj', 'कासगंज', 'Agra', 'Aligarh', false, 'KSG', 2, 5],
  ['kaushambi', 'Kaushambi', 'कौशाम्बी', 'Prayagraj', 'Prayagraj', false, 'KSB', 7, 8],
  ['kushinagar', 'Kushinagar', 'कुशीनगर', 'Gorakhpur', 'Gorakhpur', false, 'KSN', 12, 6],
  ['lakhimpur-kheri', 'Lakhimpur Kheri', 'लखीमपुर खीरी', 'Lucknow', 'Lucknow', false, 'LKM', 5, 5],
  ['lalitpur', 'Lalitpur', 'ललितपुर', 'Kanpur', 'Jhansi', false, 'LLP', 4, 10],
  ['lucknow', 'Lucknow', 'लखनऊ', 'Lucknow', 'Lucknow', true, 'LKO', 6, 6],
  ['maharajganj', 'Maharajganj', 'महराजगंज', 'Gorakhpur', 'Gorakhpur', false, 'MRJ', 11, 5],
  ['mahoba', 'Mahoba', 'महोबा', 'Prayagraj', 'Chitrakoot Dham', false, 'MHB', 5, 9],
  ['mainpuri', 'Mainpuri', 'मैनपुरी', 'Agra', 'Agra', false, 'MNP', 3, 6],
  ['mathura', 'Mathura', 'मथुरा', 'Agra', 'Agra', false, 'MTH', 0, 6],
  ['mau', 'Mau', 'मऊ', 'Varanasi', 'Azamgarh', false, 'MAU', 11, 7],
  ['meerut', 'Meerut', 'मेरठ', 'Meerut', 'Meerut', false, 'MRT', 1, 2],
  ['mirzapur', 'Mirzapur', 'मिर्जापुर', 'Varanasi', 'Mirzapur', false, 'MZP', 10, 9],
  ['moradabad', 'Moradabad', 'मुरादाबाद', 'Bareilly', 'Moradabad', false, 'MBD', 3, 3],
  ['muzaffarnagar', 'Muzaffarnagar', 'मुजफ्फरनगर', 'Meerut', 'Saharanpur', false, 'MZN', 1, 1],
  ['pilibhit', 'Pilibhit', 'पीलीभीत', 'Bareilly', 'Bareilly', false, 'PLB', 5, 4],
  ['pratapgarh', 'Pratapgarh', 'प्रतापगढ़', 'Prayagraj', 'Prayagraj', false, 'PTG', 8, 8],
  ['prayagraj', 'Prayagraj', 'प्रयागराज', 'Prayagraj', 'Prayagraj', true, 'PRY', 8, 9],
  ['rae-bareli', 'Rae Bareli', 'रायबरेली', 'Lucknow', 'Lucknow', false, 'RBL', 7, 7],
  ['rampur', 'Rampur', 'रामपुर', 'Bareilly', 'Moradabad', false, 'RMP', 4, 3],
  ['saharanpur', 'Saharanpur', 'सहारनपुर', 'Meerut', 'Saharanpur', false, 'SRE', 1, 0],
  ['sambhal', 'Sambhal', 'संभल', 'Bareilly', 'Moradabad', false, 'SBL', 2, 4],
  ['sant-kabir-nagar', 'Sant Kabir Nagar', 'संत कबीर नगर', 'Gorakhpur', 'Basti', false, 'SKN', 10, 6],
  ['shahjahanpur', 'Shahjahanpur', 'शाहजहांपुर', 'Bareilly', 'Bareilly', false, 'SPN', 4, 5],
  ['shamli', 'Shamli', 'शामली', 'Meerut', 'Saharanpur', false, 'SML', 0, 1],
  ['shravasti', 'Shravasti', 'श्रावस्ती', 'Gorakhpur', 'Devipatan', false, 'SRV', 8, 4],
  ['siddharthnagar', 'Siddharthnagar', 'सिद्धार्थनगर', 'Gorakhpur', 'Basti', false, 'SDN', 10, 5],
  ['sitapur', 'Sitapur', 'सीतापुर', 'Lucknow', 'Lucknow', false, 'STP', 6, 5],
  ['sonbhadra', 'Sonbhadra', 'सोनभद्र', 'Varanasi', 'Mirzapur', false, 'SBD', 11, 10],
  ['sultanpur', 'Sultanpur', 'सुल्तानपुर', 'Lucknow', 'Ayodhya', false, 'SLN', 9, 7],
  ['unnao', 'Unnao', 'उन्नाव', 'Lucknow', 'Lucknow', false, 'UNO', 6, 7],
  ['varanasi', 'Varanasi', 'वाराणसी', 'Varanasi', 'Varanasi', true, 'VNS', 10, 8],
]

export const DISTRICTS: readonly District[] = ROWS.map(([id, name, nameHi, zone, range, isCommissionerate, code, col, row]) => ({
  id, name, nameHi, zone, range, isCommissionerate, code, col, row,
}))
