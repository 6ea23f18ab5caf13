import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { getHeapStatistics } from 'node:v8'
import { AppError } from '../domain/errors.ts'

/** From how late the event loop is, in milliseconds, and from which share of the most memory that it may take, the process refuses more work. */
export const OVERLOAD = { delayMs: 1_000, heap: 0.85 } as const

/** Over so long a stretch the delay is taken, so that a single long piece of work is none of it; and the log tells of it so often. */
const SAMPLE_MS = 1_000
const LOG_EVERY_MS = 5_000

/** One error for all: a flood of requests is no flood of stacks. */
export const OVERLOADED = new AppError('unavailable', 'The server has more to do than it can at this moment: send the request again after Retry-After seconds.')

/**
 * Refuses requests with 503 while the process cannot keep up, before its memory grows: those that are answered are then answered in time.
 * Whoever asks whether it lives, and how it is, is always answered.
 */
export async function shedLoad (app: FastifyInstance, { delayMs, heap }: { delayMs: number, heap: number } = OVERLOAD): Promise<void> {
  let loggedAt = -Infinity
  let listensSince = -Infinity
  app.addHook('onListen', () => { listensSince = performance.now() })
  await app.register(underPressure, {
    maxEventLoopDelay: delayMs,
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * heap),
    sampleInterval: SAMPLE_MS,
    pressureHandler: async ({ url, log }, _reply, type, value) => {
      if (url.startsWith('/health/') || url.startsWith('/metrics')) return
      // The first samples tell of the start, which is one long piece of work.
      if (type === underPressure.TYPE_EVENT_LOOP_DELAY && performance.now() - listensSince < 2 * SAMPLE_MS) return
      if (performance.now() - loggedAt > LOG_EVERY_MS) {
        loggedAt = performance.now()
        log.warn({ type, value }, 'overloaded: requests are refused')
      }
      throw OVERLOADED
    }
  })
}
