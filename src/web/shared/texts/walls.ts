import type { BlindReason } from '../../../domain/wall.ts'
import { grouped } from '../indian-time.ts'

const whyEn: Record<BlindReason, string> = { 'not-connected': 'not connected', asleep: 'asleep', hidden: 'hidden', silent: 'frozen', unconfirmed: 'did not confirm an SoS' }
const whyHi: Record<BlindReason, string> = { 'not-connected': 'संपर्क नहीं', asleep: 'निष्क्रिय', hidden: 'छिपी हुई', silent: 'रुकी हुई', unconfirmed: 'SoS की पुष्टि नहीं की' }

/** What is said about walls, on them and on the supervisor's page. */
export const wallsEn = {
  title: 'Walls', none: 'No wall is registered in this area', sees: 'sees', blind: 'blind', unbound: 'not set up', since: (digits: string) => `for ${digits}`, why: whyEn,
  blindCount: (n: number) => (n === 1 ? '1 wall is blind' : `${grouped(n)} walls are blind`), allSee: (n: number) => (n === 1 ? 'the one wall sees' : `all ${grouped(n)} see`), told: (n: number) => `told ${grouped(n)}×`,
  add: 'Register a wall', name: 'Name', node: 'District, or empty for the own area', distance: 'Farthest seat, metres', panel: 'Panel, inches', register: 'Register', save: 'Save', link: 'New link', revoke: 'Revoke', revokeSure: 'Really revoke?',
  linkOnce: 'Open this once in the browser that hangs on the wall (24 hours):', failed: 'Not taken: try again', close: 'Close', lastSeen: 'last seen', never: 'never',
  tooFar: (name: string) => `Letters too small for the farthest seat: ${name}`, lettersFit: 'Letters are large enough for the farthest seat',
  room: 'Room', roomTitle: 'This wall and its room', letterHeights: 'Letter heights', need: (mm: string) => `at least ${mm} mm`, enough: 'large enough', preferred: 'comfortable', tooSmall: 'too small',
  enlarged: (percent: number) => `The page is enlarged by ${percent} %`, roomWhere: 'Distance and panel are set by a supervisor, in the list of walls.', screenAwake: 'The screen is kept awake', screenMaySleep: 'The screen may fall asleep: set the machine to never sleep',
  lines: { place: 'Place', countdown: 'Countdown', clock: 'Clock', category: 'What happened', tile: 'Small cards', counters: 'Counters' },
  fullScreen: 'Full screen', flood: 'Flood', floodCount: (n: number) => `${grouped(n)} alerts in 10 minutes`, flooded: 'Flood: more than ten alerts in ten minutes. Alike ones stand together.',
  together: (n: number) => `${grouped(n)} alerts`, oldest: 'oldest', worst: 'worst', closedBy: (how: string) => `Closed: ${how}`, closedJust: (n: number) => (n === 1 ? '1 closed just now' : `${grouped(n)} closed just now`),
  blindMinutes: 'Blind minutes of walls', stillBlind: 'still blind', times: (n: number) => (n === 1 ? 'once' : `${grouped(n)} times`),
}

export const wallsHi: typeof wallsEn = {
  title: 'वॉल', none: 'इस क्षेत्र में कोई वॉल पंजीकृत नहीं', sees: 'देख रही है', blind: 'नहीं देख रही', unbound: 'लगाई नहीं गई', since: (digits) => `${digits} से`, why: whyHi,
  blindCount: (n) => `${grouped(n)} वॉल नहीं देख रही`, allSee: (n) => `सभी ${grouped(n)} देख रही हैं`, told: (n) => `${grouped(n)} बार बताया`,
  add: 'वॉल पंजीकृत करें', name: 'नाम', node: 'ज़िला; अपने क्षेत्र के लिए ख़ाली', distance: 'सबसे दूर की कुर्सी, मीटर', panel: 'पैनल, इंच', register: 'पंजीकृत करें', save: 'सहेजें', link: 'नया लिंक', revoke: 'रद्द करें', revokeSure: 'सचमुच रद्द करें?',
  linkOnce: 'इसे वॉल पर लगे ब्राउज़र में एक बार खोलें (24 घंटे):', failed: 'नहीं हो सका: फिर प्रयास करें', close: 'बंद करें', lastSeen: 'आख़िरी बार दिखी', never: 'कभी नहीं',
  tooFar: (name) => `सबसे दूर की कुर्सी के लिए अक्षर छोटे हैं: ${name}`, lettersFit: 'सबसे दूर की कुर्सी के लिए अक्षर पर्याप्त बड़े हैं',
  room: 'कमरा', roomTitle: 'यह वॉल और इसका कमरा', letterHeights: 'अक्षरों की ऊँचाई', need: (mm) => `कम से कम ${mm} मिमी`, enough: 'पर्याप्त', preferred: 'आरामदेह', tooSmall: 'बहुत छोटे',
  enlarged: (percent) => `पृष्ठ ${percent} % बड़ा किया गया है`, roomWhere: 'दूरी और पैनल पर्यवेक्षक वॉल की सूची में तय करते हैं।', screenAwake: 'स्क्रीन जागी रखी गई है', screenMaySleep: 'स्क्रीन सो सकती है: मशीन को कभी न सोने पर रखें',
  lines: { place: 'स्थान', countdown: 'उलटी गिनती', clock: 'घड़ी', category: 'क्या हुआ', tile: 'छोटे कार्ड', counters: 'गिनतियाँ' },
  fullScreen: 'पूरी स्क्रीन', flood: 'सूचना-बाढ़', floodCount: (n) => `10 मिनट में ${grouped(n)} सूचनाएँ`, flooded: 'सूचनाओं की बाढ़: दस मिनट में दस से अधिक। एक जैसी सूचनाएँ साथ दिखती हैं।',
  together: (n) => `${grouped(n)} सूचनाएँ`, oldest: 'सबसे पुरानी', worst: 'सबसे गंभीर', closedBy: (how) => `बंद: ${how}`, closedJust: (n) => `अभी ${grouped(n)} बंद हुई`,
  blindMinutes: 'वॉल के अंधे मिनट', stillBlind: 'अब भी नहीं देख रही', times: (n) => `${grouped(n)} बार`,
}
