import Fastify, { type FastifyRequest } from 'fastify'
import graphqlPlugin, { type GraphqlOptions } from '../../graphql/index.ts'
import { isSubscribing } from '../../graphql/subscriptions/index.ts'
import { SUBSCRIPTION_LIMITS, type SubscriptionLimits } from '../../graphql/subscriptions/limits.ts'
import { createFeed } from '../../src/events/feed.ts'
import { type Actor, ANONYMOUS } from '../../src/services/actor.ts'
import type { TestServices } from '../support/services.ts'

/** The GraphQL edge alone, with limits of its own: every request is sent by `actor`. */
export async function openGraphql ({ services }: Pick<TestServices, 'services'>, { actor = ANONYMOUS, limits = {}, ...options }: { actor?: Actor, limits?: Partial<SubscriptionLimits> } & Partial<Omit<GraphqlOptions, 'limits'>> = {}) {
  const app = Fastify({ http: { shouldUpgradeCallback: isSubscribing } })
  app.decorateRequest('actor', null as never)
  app.addHook('onRequest', async (request: FastifyRequest) => { request.actor = actor })
  const feed = createFeed({ read: services.changes.list, everyMs: 20, onError: () => {} })
  app.addHook('onClose', feed.stop)
  await app.register(graphqlPlugin, { services, feed, authenticate: services.keys.authenticate, introspection: true, limits: { ...SUBSCRIPTION_LIMITS, ...limits }, ...options })
  return app
}
