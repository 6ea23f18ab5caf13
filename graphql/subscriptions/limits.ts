/**
 * What subscriptions may take, beside the limits of a query. `connections`: all that are open; `fromAddress`: from one address;
 * `subscriptions`: of one connection. `message`: the bytes of one from the client; `messages`: how many it may send in `window`. `waiting`: the
 * bytes that may lie unread before a connection is ended. `eventCost`: what one event may cost to tell; `together`: how many are told at once.
 * Times in milliseconds: `init` until `connection_init`, `ping` between two pings, `check` between two looks at the key, `goodbye` at the end.
 */
export const SUBSCRIPTION_LIMITS = {
  connections: 1_000,
  fromAddress: 200,
  subscriptions: 20,
  message: 65_536,
  messages: 300,
  window: 60_000,
  waiting: 4 * 1024 * 1024,
  eventCost: 2_000,
  together: 8,
  init: 5_000,
  ping: 15_000,
  check: 30_000,
  goodbye: 1_000
}

export type SubscriptionLimits = typeof SUBSCRIPTION_LIMITS
