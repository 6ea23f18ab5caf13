import type { Statement } from '../statements.ts'

/** Something that refers to what is to be removed. A `plan` does in one of its versions, the current one or an earlier. */
export type Use = { kind: 'calculation' | 'goal' | 'key' | 'mapping' | 'plan' | 'target', id: string }

/**
 * The plans of which some version holds a text: every version stays readable, and its status too.
 * @param patterns any of these, as `like` reads them
 */
export const planVersionsNaming = (...patterns: string[]): Statement =>
  ({ sql: `select 'plan' as kind, plan as id from plan_versions where ${patterns.map(() => 'document like ?').join(' or ')}`, params: patterns })
