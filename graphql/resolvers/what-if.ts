import { patchOf, withoutNulls } from './mutations/mutation.ts'

export type AssumedInput = { measurements?: object[] | null, rule?: object | null, window?: object | null, deliverables?: { code: string, doneOn?: string | null }[] | null, assessment?: object | null }

/** What is assumed, as the service reads it: null is as good as absent, but in a rule, where it clears, and of a segment, where it is the whole. */
export function assumedOf ({ measurements, rule, window, deliverables, assessment }: AssumedInput): object {
  return {
    ...measurements != null && { measurements: withoutNulls(measurements) },
    ...rule != null && { rule: patchOf(rule) },
    ...window != null && { window: withoutNulls(window) },
    ...deliverables != null && { deliverables: deliverables.map(({ code, doneOn = null }) => ({ code, doneOn })) },
    ...assessment != null && { assessment }
  }
}
