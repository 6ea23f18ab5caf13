import { AppError, type Problem } from '../domain/errors.ts'
import type { Use } from '../../db/stores/index.ts'

const ATTEMPTS = 20
const NAMED = 5

/**
 * Writes what was checked against indicators and national goals, again where one of them changed meanwhile.
 * @param write checks and writes, everything anew each time
 */
export async function againstReference<T> (write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      // A conflict with a place is the sender's to mend.
      if (!(error instanceof AppError) || error.code !== 'conflict' || error.problems.length > 0 || attempt === ATTEMPTS) throw error
    }
  }
}

const KINDS: Record<Use['kind'], { one: string, many: string }> = {
  target: { one: 'the target', many: 'the targets' },
  goal: { one: 'the goal', many: 'the goals' },
  plan: { one: 'a version of the plan', many: 'versions of the plans' },
  calculation: { one: 'the calculation of', many: 'the calculations of' },
  mapping: { one: 'the mapping', many: 'the mappings' },
  key: { one: 'the key', many: 'the keys' }
}

/**
 * The refusal to remove what something uses, which it names.
 * @param uses what refers to it; empty where something came only now
 * @param hasFigures whether figures of it were ever posted
 */
export function inUse (thing: string, id: string, uses: readonly Use[], hasFigures: boolean): AppError {
  const stated = new Set(uses.filter(({ kind }) => kind === 'target' || kind === 'goal').map(use => use.id.split('.', 1)[0]))
  // A plan is named by its targets or goals of now, else by itself.
  const shown = Map.groupBy(uses.filter(({ kind, id }) => kind !== 'plan' || !stated.has(id)), ({ kind }) => kind)
  const named = [...shown].map(([kind, found]) => `${found.length === 1 ? KINDS[kind].one : KINDS[kind].many} ${found.slice(0, NAMED).map(use => use.id).join(', ')}${found.length > NAMED ? ` and ${found.length - NAMED} more` : ''}`)
  const by = [...named, ...hasFigures ? ['figures that were posted'] : []]
  const detail = `the ${thing} ${id} is used by ${by.length === 0 ? 'something new' : by.join('; ')}: remove those uses first (figures and versions of plans stay for good, and keep what they name)`
  const problem: Problem = { pointer: '', code: 'in_use', detail }
  return new AppError('conflict', `${detail[0]!.toUpperCase()}${detail.slice(1)}.`, [problem])
}
