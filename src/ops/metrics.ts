import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Everything Prahari counts, in Prometheus' conventions: base units, `_total` for counters, no ids or handles as labels. */
export interface Metrics {
  registry: Registry
  postsReceived: Counter<'outcome'>
  alertsRaised: Counter
  docketsOpened: Counter
  rungsFired: Counter
  ackLapsed: Counter
  deskTimers: Counter<'what'>
  acts: Counter<'did'>
  escalationLateness: Histogram
  raiseDelay: Histogram
  sweepDuration: Histogram
  inboxSwept: Counter
  jobsFailed: Counter<'queue'>
  quarantined: Counter
  xEvents: Counter<'event'>
  consoles: Gauge<'role'>
  slowClients: Counter
  snapshots: Counter
  openAlerts: Gauge
  httpRequests: Counter<'route' | 'status'>
  pulseAge: Gauge<'role'>
  streamFact: Gauge<'fact'>
  deliveries: Counter<'channel' | 'state'>
  toDevice: Histogram<'channel'>
  drillOk: Gauge
  drillLeg: Gauge<'leg'>
  drills: Counter<'outcome'>
  replies: Counter<'outcome'>
  media: Counter<'outcome'>
  rosterGaps: Gauge<'when'>
  blindWalls: Gauge
  auditClean: Gauge
  auditAge: Gauge
  auditOverdue: Gauge<'what'>
  outsideHeartbeats: Counter<'outcome'>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

export function createMetrics(build: { version: string }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Counter<Label> =>
    new Counter({ name: `prahari_${name}`, help, labelNames, registers })
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
    new Gauge({ name: `prahari_${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string): Histogram => new Histogram({ name: `prahari_${name}`, help, buckets: SECONDS, registers })
  gauge('build_info', 'Version of this build', ['version', 'node']).set({ version: build.version, node: process.version }, 1)
  return {
    registry,
    postsReceived: counter('posts_received_total', 'Posts recorded, by outcome', ['outcome']),
    alertsRaised: counter('alerts_raised_total', 'SoS alerts raised by this process'),
    docketsOpened: counter('dockets_opened_total', 'Dockets opened by this process'),
    rungsFired: counter('escalation_rungs_fired_total', 'Rungs of ladders fired'),
    ackLapsed: counter('acknowledgements_lapsed_total', 'Acknowledgements given back for lack of progress'),
    deskTimers: counter('desk_timers_total', 'Desk timers that fired: returned, lapsed, moved-up, silence', ['what']),
    acts: counter('alert_acts_total', 'Acts of persons on alerts, by what they did', ['did']),
    escalationLateness: histogram('escalation_lateness_seconds', 'Lateness of a rung behind its deadline'),
    raiseDelay: histogram('raise_delay_seconds', 'From receipt of a post to its alert'),
    sweepDuration: histogram('sweep_duration_seconds', 'Duration of a sweep for due escalations'),
    inboxSwept: counter('inbox_swept_total', 'Dockets opened by the inbox sweep instead of a job'),
    jobsFailed: counter('jobs_failed_total', 'Attempts of jobs that failed', ['queue']),
    quarantined: counter('quarantined_total', 'Posts and frames put aside with a reason'),
    xEvents: counter('x_events_total', 'What happened to the connection with X', ['event']),
    consoles: gauge('consoles_connected', 'Connected consoles', ['role']),
    slowClients: counter('slow_clients_total', 'Consoles disconnected for not reading'),
    snapshots: counter('snapshots_total', 'Snapshots sent to consoles'),
    openAlerts: gauge('open_alerts', 'Open alerts as this process knows them'),
    httpRequests: counter('http_requests_total', 'HTTP requests', ['route', 'status']),
    deliveries: counter('deliveries_total', 'Deliveries that came into a state, by channel', ['channel', 'state']),
    toDevice: new Histogram({ name: 'prahari_delivery_on_device_seconds', help: 'From the hand-over of a message until its device showed it', buckets: SECONDS, labelNames: ['channel'], registers }),
    drillOk: gauge('drill_ok', 'Whether the newest drill went through the whole chain in time; 0 also when none runs any more'),
    drillLeg: gauge('drill_leg_seconds', 'Duration of each leg of the newest drill', ['leg']),
    media: counter('media_total', 'Pictures of posts: kept, or given up', ['outcome']),
    replies: counter('replies_total', 'Answers on X: sent, refused, or not known whether X has them', ['outcome']),
    drills: counter('drills_total', 'Drills that ended, as this process judged them', ['outcome']),
    rosterGaps: gauge('roster_gaps', 'Duty posts with nobody who can be reached: now, or within the next twelve hours', ['when']),
    blindWalls: gauge('blind_walls', 'Registered walls that do not see now'),
    auditClean: gauge('audit_clean', 'Whether the newest audit found nothing overdue; 0 also when the audit is off'),
    auditAge: gauge('audit_age_seconds', 'Age of the newest audit'),
    auditOverdue: gauge('audit_overdue', 'What the newest audit found overdue: alerts, posts, deliveries, replies', ['what']),
    outsideHeartbeats: counter('outside_heartbeats_total', 'Heartbeats to the address outside, by outcome: clean, unclean, failed', ['outcome']),
    streamFact: gauge('stream_fact', 'What the active listener says of itself: connects, frames, posts, recovered, lagSeconds, isConnected, …', ['fact']),
    pulseAge: gauge('pulse_age_seconds', 'Age of the newest sign of progress, by role', ['role']),
  }
}
