import type { Clock, CountName } from '../../../domain/report-sums.ts'
import type { SlaStep } from '../../../domain/sla.ts'
import type { ReportTable } from '../../../contract/reports.ts'
import { grouped } from '../indian-time.ts'

const countEn: Record<CountName, string> = {
  dockets: 'Dockets', actionable: 'Actionable', sos: 'SoS', open: 'Open', inProcess: 'In process', closed: 'Closed', unread: 'Unread', overdue: 'Overdue', unacknowledged: 'Not taken', reopened: 'Reopened', movedUp: 'Moved up', flagged: 'Looks odd',
}
const countHi: Record<CountName, string> = {
  dockets: 'डॉकेट', actionable: 'कार्रवाई योग्य', sos: 'SoS', open: 'खुले', inProcess: 'प्रक्रिया में', closed: 'बंद', unread: 'अपठित', overdue: 'समय-सीमा पार', unacknowledged: 'किसी ने नहीं लिया', reopened: 'फिर खुले', movedUp: 'ऊपर गए', flagged: 'असामान्य',
}
const stepEn: Record<SlaStep, string> = { acknowledge: 'First acknowledgement', progress: 'First progress', reply: 'First reply', close: 'Closing' }
const stepHi: Record<SlaStep, string> = { acknowledge: 'पहली पावती', progress: 'पहली कार्रवाई', reply: 'पहला उत्तर', close: 'निस्तारण' }
const shortEn: Record<SlaStep, string> = { acknowledge: 'Acknowledged', progress: 'Progress', reply: 'Replied', close: 'Closed' }
const shortHi: Record<SlaStep, string> = { acknowledge: 'पावती', progress: 'कार्रवाई', reply: 'उत्तर', close: 'निस्तारण' }
const clockEn: Record<Clock, string> = { receipt: 'From our receipt', post: 'From the citizen\'s post' }
const clockHi: Record<Clock, string> = { receipt: 'हमें मिलने से', post: 'नागरिक की पोस्ट से' }
const tableEn: Record<ReportTable, string> = { zones: 'Zones', ranges: 'Ranges', districts: 'Districts', stations: 'Stations', category: 'Category', lang: 'Language', severity: 'Severity', origin: 'How it came', hour: 'Hour', followers: 'Followers' }
const tableHi: Record<ReportTable, string> = { zones: 'ज़ोन', ranges: 'रेंज', districts: 'ज़िले', stations: 'थाने', category: 'श्रेणी', lang: 'भाषा', severity: 'गंभीरता', origin: 'कैसे आई', hour: 'घंटा', followers: 'फ़ॉलोअर' }
const followersEn: Record<string, string> = { unknown: 'unknown', 'under-100': 'under 100', '100-999': '100 to 999', '1000-9999': '1,000 to 9,999', '10000-up': '10,000 and more' }
const followersHi: Record<string, string> = { unknown: 'अज्ञात', 'under-100': '100 से कम', '100-999': '100 से 999', '1000-9999': '1,000 से 9,999', '10000-up': '10,000 और अधिक' }

/** Reports. */
export const reportsEn = {
  title: 'Reports', loading: 'The report is being made', failed: 'The report could not be read', again: 'Try again', incomplete: 'The dockets are still being read after a start: numbers are too low',
  area: 'Area', from: 'From', until: 'until (included)', ranges: { 1: 'Today', 7: '7 days', 30: '30 days', 90: '90 days', 365: 'One year' }, print: 'Print', back: 'Back', desk: 'Desk', auditTrail: 'Audit trail', made: 'As of',
  count: countEn, posts: 'Posts received', needed: 'of them actionable', step: stepEn, short: shortEn, clock: clockEn, table: tableEn, followers: followersEn, days: (n: number) => `${grouped(n)} d`, hours: (n: number) => `${grouped(n)} h`, minutes: (n: number) => `${grouped(n)} min`, seconds: (n: number) => `${grouped(n)} s`,
  sla: 'In time', inTime: 'in time', late: 'late', waiting: 'still in time', half: 'Half within', nine: '90 % within', ninetyFive: '95 % within', whichClock: 'Clock', share: 'in time', aim: 'aim 90 %',
  byHour: 'Received by hour of the day', heat: 'Received, day by hour', map: 'Acknowledged late, by district', mapLabel: (n: number) => `Map of the districts: ${grouped(n)} have dockets; late shares stand in the table of districts`, lateMany: 'more than half late', lateSome: 'more than a quarter late', lateFew: 'fewer',
  by: 'Divided by', csv: 'Download CSV', csvDockets: 'All dockets as CSV', name: 'Name', none: 'None', noDockets: 'No dockets in this stretch', openThem: (what: string, n: number) => `${what}: open ${grouped(n)}`,
  unread: 'Desks that took nothing', oldest: 'oldest', flags: 'Looks like gaming', flag: { 'closed-after-forward': 'Closed seconds after forwarding', 'pasted-reply': 'The same reply to many', 'mass-closing': 'Many closed at once' } as Record<string, string>,
  fairness: 'Who waits longer', fair: 'No group waits 1.5 times as long as the others', times: (ratio: string) => `${ratio}× the usual wait`, half50: 'half acknowledged within', blind: 'Minutes without sight', stream: 'Stream', recovered: (n: number) => `${grouped(n)} posts recovered`, gaps: (n: number) => `${grouped(n)} gaps`, walls: 'Walls', daily: 'Yesterday in short', dailyFailed: 'Not available',
}

export const reportsHi: typeof reportsEn = {
  title: 'रिपोर्ट', loading: 'रिपोर्ट बन रही है', failed: 'रिपोर्ट नहीं मिल सकी', again: 'फिर प्रयास करें', incomplete: 'शुरू होने के बाद डॉकेट अभी पढ़े जा रहे हैं: संख्याएँ कम हैं',
  area: 'क्षेत्र', from: 'से', until: 'तक (सहित)', ranges: { 1: 'आज', 7: '7 दिन', 30: '30 दिन', 90: '90 दिन', 365: 'एक वर्ष' }, print: 'छापें', back: 'वापस', desk: 'डेस्क', auditTrail: 'बदलावों का लेखा', made: 'समय',
  count: countHi, posts: 'मिली पोस्ट', needed: 'कार्रवाई योग्य', step: stepHi, short: shortHi, clock: clockHi, table: tableHi, followers: followersHi, days: (n) => `${grouped(n)} दिन`, hours: (n) => `${grouped(n)} घं`, minutes: (n) => `${grouped(n)} मि`, seconds: (n) => `${grouped(n)} से`,
  sla: 'समय पर', inTime: 'समय पर', late: 'देर से', waiting: 'अभी समय में', half: 'आधे इतने में', nine: '90 % इतने में', ninetyFive: '95 % इतने में', whichClock: 'घड़ी', share: 'समय पर', aim: 'लक्ष्य 90 %',
  byHour: 'दिन के घंटे के अनुसार', heat: 'दिन और घंटे के अनुसार', map: 'देर से पावती, ज़िलेवार', mapLabel: (n) => `ज़िलों का नक्शा: ${grouped(n)} में डॉकेट हैं; देर का हिस्सा ज़िलों की तालिका में है`, lateMany: 'आधे से अधिक देर से', lateSome: 'चौथाई से अधिक देर से', lateFew: 'कम',
  by: 'इसके अनुसार', csv: 'CSV लें', csvDockets: 'सभी डॉकेट CSV में', name: 'नाम', none: 'कोई नहीं', noDockets: 'इस अवधि में कोई डॉकेट नहीं', openThem: (what, n) => `${what}: ${grouped(n)} खोलें`,
  unread: 'जिन डेस्क ने कुछ नहीं लिया', oldest: 'सबसे पुराना', flags: 'आँकड़ों से खेल जैसा', flag: { 'closed-after-forward': 'भेजते ही बंद', 'pasted-reply': 'कई को एक ही उत्तर', 'mass-closing': 'एक साथ कई बंद' },
  fairness: 'किसे ज़्यादा रुकना पड़ता है', fair: 'कोई समूह औरों से डेढ़ गुना नहीं रुकता', times: (ratio) => `सामान्य से ${ratio} गुना`, half50: 'आधे की पावती इतने में', blind: 'बिना देखे मिनट', stream: 'स्ट्रीम', recovered: (n) => `${grouped(n)} पोस्ट वापस मिलीं`, gaps: (n) => `${grouped(n)} अंतराल`, walls: 'वॉल', daily: 'कल संक्षेप में', dailyFailed: 'उपलब्ध नहीं',
}
