import type { Overdue } from '../../../domain/audit.ts'
import { grouped } from '../indian-time.ts'

/** What nobody did in time, by the audit: said on every screen. */
export const overdueEn = {
  alerts: (n: number) => (n === 1 ? '1 alert overdue, nobody moved it' : `${grouped(n)} alerts overdue, nobody moved them`),
  posts: (n: number) => (n === 1 ? '1 SoS post without a decision' : `${grouped(n)} SoS posts without a decision`),
  deliveries: (n: number) => (n === 1 ? '1 message not sent in time' : `${grouped(n)} messages not sent in time`),
  replies: (n: number) => (n === 1 ? '1 answer to a citizen not sent in time' : `${grouped(n)} answers to citizens not sent in time`),
} satisfies Record<keyof Overdue, (n: number) => string>
export const overdueHi: typeof overdueEn = {
  alerts: (n) => (n === 1 ? '1 सूचना का समय बीता, किसी ने आगे नहीं बढ़ाई' : `${grouped(n)} सूचनाओं का समय बीता, किसी ने आगे नहीं बढ़ाईं`),
  posts: (n) => `${grouped(n)} SoS पोस्ट पर निर्णय नहीं हुआ`,
  deliveries: (n) => (n === 1 ? '1 संदेश समय पर नहीं गया' : `${grouped(n)} संदेश समय पर नहीं गए`),
  replies: (n) => (n === 1 ? 'नागरिक को 1 उत्तर समय पर नहीं गया' : `नागरिकों को ${grouped(n)} उत्तर समय पर नहीं गए`),
}

/** The audit on the supervisor's page. */
export const auditEn = { last: 'audit', off: 'Audit off', late: (n: number) => `${grouped(n)} overdue` }
export const auditHi: typeof auditEn = { last: 'निगरानी', off: 'निगरानी बंद', late: (n) => `${grouped(n)} विलंबित` }
