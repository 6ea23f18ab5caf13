import { AppError } from '../domain/errors.ts'
import type { PlanDocument } from '../domain/plan.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import type { Stores } from '../../db/stores/index.ts'

/** A version of a plan that is named: one, one of several, or any that there is. */
export type ExpectedVersion = number | readonly number[] | 'any'

/** What somebody else changed meanwhile, as a conflict shows it: since which version (null: the one named never was), and how many changes more there are. */
export type ConflictMembers = { currentVersion: number, changesSince: number | null, changes: DocumentChange[], moreChanges: number }

const MOST_CHANGES = 50
const MOST_TEXT = 32_000
/** What stands there before or after is shown whole up to so many characters of JSON: more than any text of a plan has. */
const MOST_VALUE = 6_000

/** Whether a version is the one, or one of those, that were expected. */
export const isExpected = (version: number, expected: ExpectedVersion): boolean => expected === 'any' || [expected].flat().includes(version)

/**
 * The refusal of a change that was made on top of another version than the current one, with what changed since.
 * @param expected what it was made on top of
 */
export async function versionConflict (plan: string, expected: ExpectedVersion, current: { document: PlanDocument, version: number }, stores: Pick<Stores, 'plans'>): Promise<AppError> {
  const base = expected === 'any' ? undefined : [expected].flat().filter(version => Number.isSafeInteger(version) && version > 0 && version < current.version).sort((a, b) => a - b).at(-1)
  const earlier = base === undefined ? undefined : await stores.plans.document(plan, base)
  const changes = earlier === undefined ? [] : diffDocuments(earlier.document, current.document)
  const shown = firstOf(changes)
  const members: ConflictMembers = { currentVersion: current.version, changesSince: earlier?.version ?? null, changes: shown, moreChanges: changes.length - shown.length }
  return new AppError('version_conflict', `The plan ${plan} is at version ${current.version}, and your change was made on top of another: ${earlier === undefined ? 'read' : 'see in changes what is different since, read'} the plan again and put your change on top of it.`, [], members)
}

/** As many changes as an answer may hold, one at least. */
function firstOf (changes: readonly DocumentChange[]): DocumentChange[] {
  let text = 0
  return changes.slice(0, MOST_CHANGES).map(change => ({ ...change, before: shortened(change.before), after: shortened(change.after) }))
    .filter(change => (text += JSON.stringify(change).length) <= MOST_TEXT)
}

/** A value, or the beginning of its JSON as a text where it is very long. */
function shortened (value: unknown): unknown {
  const json = JSON.stringify(value)
  return json.length <= MOST_VALUE ? value : `${json.slice(0, MOST_VALUE).toWellFormed()} …`
}
