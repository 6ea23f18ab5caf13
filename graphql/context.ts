import type { Actor } from '../src/services/actor.ts'
import type { Services } from '../src/services/index.ts'
import { type Budget, createBudget } from './cost.ts'
import { LIMITS } from './limits.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What every resolver of one request gets. `loaders` are replaced after a mutation, for they remember what they read. */
export type Context = { services: Services, actor: Actor, budget: Budget, loaders: Loaders }

/**
 * The context of one request, or of one event that is told.
 * @param time how many milliseconds its reading may take
 * @param cost what it may cost
 */
export function createContext (services: Services, actor: Actor, time: number, cost: number = LIMITS.cost): Context {
  const budget = createBudget({ cost, time })
  return { services, actor, budget, loaders: createLoaders(services, actor, budget) }
}

/** Forgets what was read, after something was written. */
export function forget (context: Context): void {
  context.loaders = createLoaders(context.services, context.actor, context.budget)
}
