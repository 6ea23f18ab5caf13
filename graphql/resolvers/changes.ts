import type { Changes as Page, ToldEvent } from '../../src/services/changes.ts'

// Read here, so that events count in what the query costs.
export const Changes = { items: ({ items }: Page): ToldEvent[] => items }
