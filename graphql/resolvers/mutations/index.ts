import { ofAccess, ofReference } from './admin.ts'
import { ofPlanItems, ofPlans } from './plans.ts'
import { ofFollowUps, ofMeasurements } from './records.ts'

/** Everything that can be written, in the order of the schema. */
export const Mutation = { ...ofMeasurements, ...ofPlans, ...ofPlanItems, ...ofReference, ...ofFollowUps, ...ofAccess }
