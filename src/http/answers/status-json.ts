import type { Bilingual } from '../../domain/indicator.ts'
import { lasting } from '../lasting.ts'
import type { TargetStatus } from '../../services/status.ts'

type Listed = TargetStatus & { subject?: unknown }

/** The members of evaluations as JSON, by the explanation: each evaluation has one of its own, and where nothing is new the same is found again. */
const texts = new WeakMap<Bilingual, Buffer>()

/**
 * Writes an answer with a list of statuses, byte for byte as `JSON.stringify` does. What was written of an evaluation is not written again:
 * when one figure is new, most of a plan is as it was.
 * @param list the member that is the list
 */
export const statusWriter = <List extends string>(list: List) => (answer: Record<List, readonly Listed[]>): Buffer => {
  const pieces = Object.entries(answer).flatMap(([name, value], at) => {
    const start = `${at === 0 ? '{' : ','}"${name}":`
    return name === list ? [Buffer.from(`${start}[`), ...(value as readonly Listed[]).flatMap(writeListed), Buffer.from(']')] : [Buffer.from(start + JSON.stringify(value))]
  })
  return Buffer.concat([...pieces, Buffer.from('}')])
}

function writeListed (listed: Listed, at: number): Buffer[] {
  const { target, asOf, knownAt, subject, explanation } = listed
  const start = `${at === 0 ? '' : ','}${JSON.stringify({ target, asOf, knownAt }).slice(0, -1)},`
  const known = texts.get(explanation) ?? textOf(listed)
  texts.set(explanation, known)
  return [Buffer.from(start), known, Buffer.from(subject === undefined ? '}' : `,"subject":${JSON.stringify(subject)}}`)]
}

const textOf = ({ target, asOf, knownAt, subject, ...evaluation }: Listed): Buffer => lasting(JSON.stringify(evaluation).slice(1, -1))
