import type { Lineage as LineageRecord } from '../../src/domain/lineage.ts'
import type { Figures as FiguresPage } from '../../src/services/figures.ts'

// Read here, and not from the record, so that what a figure is made of counts in what the query costs.
export const Figures = { items: ({ items }: FiguresPage) => items }
export const Lineage = { parts: ({ parts }: LineageRecord) => parts }
