import type { DeskAlarmKind } from '../../../domain/desk-alarm.ts'
import { grouped } from '../indian-time.ts'

/** What a supervisor must look into besides alerts. */
export const deskAlarmsEn = {
  title: 'To look into', none: 'Nothing looks odd, and every desk is opened in time', notLoaded: 'Could not be loaded',
  count: (n: number) => (n === 1 ? '1 thing to look into' : `${grouped(n)} things to look into`), show: 'Show', beyond: (n: number) => `and ${grouped(n)} more`,
  kind: { 'mass-closing': 'Many closed at once', 'pasted-reply': 'The same reply to many', 'closed-after-forward': 'Closed seconds after forwarding', 'unopened-desk': 'Nobody opens this desk' } satisfies Record<DeskAlarmKind, string>,
  times: (n: number, isDesk: boolean) => (isDesk ? `${grouped(n)} unopened` : n === 1 ? 'once' : `${grouped(n)} times`), told: (n: number) => `the next level told ${grouped(n)}×`, dockets: 'Dockets',
  since: (digits: string) => `for ${digits}`, look: 'I looked into it…', lookAt: (name: string) => `I looked into it: ${name}`, why: 'What you found (kept in the record)', save: 'Looked into', cancel: 'Cancel', sending: 'Sending…', failed: 'Not taken: try again',
  quiet: 'Looked into in the last day', lookedBy: (name: string, time: string) => `${name}, ${time}`, back: 'Each comes back if it goes on.',
}
export const deskAlarmsHi: typeof deskAlarmsEn = {
  title: 'जाँचने योग्य', none: 'कुछ संदिग्ध नहीं, और हर डेस्क समय पर खुली', notLoaded: 'लोड नहीं हो सका',
  count: (n) => (n === 1 ? '1 बात जाँचनी है' : `${grouped(n)} बातें जाँचनी हैं`), show: 'दिखाएँ', beyond: (n) => `और ${grouped(n)}`,
  kind: { 'mass-closing': 'एक साथ कई बंद', 'pasted-reply': 'कई को एक ही उत्तर', 'closed-after-forward': 'भेजने के कुछ सेकंड में बंद', 'unopened-desk': 'यह डेस्क कोई नहीं खोल रहा' },
  times: (n, isDesk) => (isDesk ? `${grouped(n)} बिना खुली` : `${grouped(n)} बार`), told: (n) => `अगले स्तर को ${grouped(n)} बार बताया`, dockets: 'डॉकेट',
  since: (digits) => `${digits} से`, look: 'मैंने जाँच की…', lookAt: (name) => `मैंने जाँच की: ${name}`, why: 'क्या पाया (अभिलेख में रहेगा)', save: 'जाँच हुई', cancel: 'रहने दें', sending: 'भेजा जा रहा है…', failed: 'नहीं हो सका: फिर प्रयास करें',
  quiet: 'पिछले एक दिन में जाँची गईं', lookedBy: (name, time) => `${name}, ${time}`, back: 'आगे भी होता रहा तो हर एक फिर दिखेगी।',
}
