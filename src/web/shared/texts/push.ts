import type { Severity } from '../../../domain/verdict.ts'

/** The words of a notification on a locked screen, apart from the rest because the service worker carries nothing else. */
const en = {
  severity: { critical: 'CRITICAL', high: 'HIGH', normal: 'Normal', low: 'Low', none: 'None' } satisfies Record<Severity, string>,
  title: (severity: string, district: string) => `${severity} · ${district}`,
  body: (number: string, until: string | null) => (until === null ? number : `${number} · answer before ${until}`),
  test: 'Test message', testBody: (time: string) => `Push works on this device. Sent ${time}.`,
  wall: (name: string) => `Wall sees nothing: ${name}`, wallBody: (time: string) => `Since ${time}`,
  desk: (name: string) => `Nobody opens the desk of ${name}`, deskBody: (waiting: number, time: string) => `${waiting} waiting, the oldest since ${time}`,
  engine: 'Prahari: alerts may not be passed on', audit: 'Prahari: the audit of the engine is off', systemBody: (time: string) => `Since ${time}. Watch the open alerts yourself and call the operator.`,
  over: 'Prahari: all is well again', overBody: (from: string, to: string) => `${from} to ${to}`,
  unreadable: 'New message from Prahari', unreadableBody: 'Open the app to see it.',
}
type PushWords = typeof en

const hi: PushWords = {
  severity: { critical: 'आपात', high: 'गंभीर', normal: 'सामान्य', low: 'कम', none: 'नहीं' },
  title: (severity, district) => `${severity} · ${district}`,
  body: (number, until) => (until === null ? number : `${number} · ${until} से पहले उत्तर दें`),
  test: 'जाँच संदेश', testBody: (time) => `इस उपकरण पर पुश काम कर रहा है। ${time} पर भेजा गया।`,
  wall: (name) => `वॉल को कुछ नहीं दिख रहा: ${name}`, wallBody: (time) => `${time} से`,
  desk: (name) => `${name} की डेस्क कोई नहीं खोल रहा`, deskBody: (waiting, time) => `${waiting} प्रतीक्षा में, सबसे पुरानी ${time} से`,
  engine: 'प्रहरी: सूचनाएँ आगे नहीं जा रही हो सकतीं', audit: 'प्रहरी: इंजन की निगरानी बंद है', systemBody: (time) => `${time} से। खुली सूचनाएँ स्वयं देखें और संचालक को बुलाएँ।`,
  over: 'प्रहरी: फिर सब ठीक है', overBody: (from, to) => `${from} से ${to}`,
  unreadable: 'प्रहरी से नया संदेश', unreadableBody: 'देखने के लिए ऐप खोलें।',
}

export const PUSH_WORDS: Record<'en' | 'hi', PushWords> = { en, hi }
