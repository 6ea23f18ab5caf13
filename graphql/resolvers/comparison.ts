import type { AreaComparison as RowRecord } from '../../src/domain/comparison.ts'
import type { ComparedArea, Comparison as ComparisonRecord } from '../../src/services/comparison.ts'
import type { Context } from '../context.ts'

type Placed = { area: string }
const area = async ({ area: id }: Placed, _: unknown, { loaders }: Context) => (await loaders.areas()).resolve(id)

// Read here, and not from the record, so that they count in what the query costs.
export const Comparison = {
  items: ({ items }: ComparisonRecord) => items,
  groups: ({ groups }: ComparisonRecord) => groups
}
export const AreaComparison = {
  area,
  targets: async ({ targets }: RowRecord & Pick<ComparedArea, 'targets'>, _: unknown, { loaders }: Context) =>
    (await Promise.all(targets.map(loaders.target))).filter(target => target != null)
}
export const ComparedGroup = { area }
export const ComparisonDistance = { area }
