import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'

/** Reconnects quickly and for ever: with the default back-off a worker slept up to 18 s after Redis was back. */
const retryStrategy = (times: number): number => Math.min(50 * times, 500)

const PRODUCER: RedisOptions = { retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000, connectTimeout: 2_000 }
const WORKER: RedisOptions = { retryStrategy, maxRetriesPerRequest: null, connectTimeout: 2_000 }

/** A connection whose commands fail fast: whoever produces must not wait for Redis. */
export function producerConnection(url: string, onError: (error: Error) => void): Redis {
  return connect(url, PRODUCER, onError)
}

/** A connection whose commands wait for Redis to return: for workers and subscribers. */
export function workerConnection(url: string, onError: (error: Error) => void): Redis {
  return connect(url, WORKER, onError)
}

function connect(url: string, options: RedisOptions, onError: (error: Error) => void): Redis {
  const redis = url.startsWith('unix://') ? new Redis({ ...options, path: url.slice('unix://'.length) }) : new Redis(url, options)
  redis.on('error', onError)
  return redis
}
