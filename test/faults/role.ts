import { run } from '../../src/run.ts'
import { rewireFor } from './rewire.ts'
import type { FaultOrders } from './rewire.ts'

/** The product's own roles (PRAHARI_ROLES) under the faults that FAULT_ORDERS names: the process that a fault run kills. */
const orders = JSON.parse(process.env.FAULT_ORDERS ?? '{}') as FaultOrders
await run(['web'], rewireFor(orders, process.env.REDIS_URL ?? ''))
