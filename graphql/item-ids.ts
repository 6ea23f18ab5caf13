import { itemId } from '../src/domain/plan.ts'
import type { Goal as GoalRecord, Plan as PlanRecord } from './loaders.ts'

const coded = <T extends { code: string }>(plan: string, things: readonly T[]) => things.map(thing => ({ ...thing, id: itemId(plan, thing.code) }))

/** The lists of plans and goals, each thing with the id that its mutations take: plan and code; of a note its place, from 0. */
export const commitmentsOf = ({ id, commitments }: Pick<PlanRecord, 'id' | 'commitments'>) => coded(id, commitments)
export const notesOf = ({ id, notes }: Pick<PlanRecord, 'id' | 'notes'>) => notes.map((note, at) => ({ ...note, id: itemId(id, String(at)) }))
export const objectivesOf = ({ plan, objectives }: Pick<GoalRecord, 'plan' | 'objectives'>) => coded(plan, objectives)
export const initiativesOf = ({ plan, initiatives }: Pick<GoalRecord, 'plan' | 'initiatives'>) => coded(plan, initiatives)
