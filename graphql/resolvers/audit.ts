import type { AuditEntry as Entry } from '../../src/domain/audit.ts'

export const AuditEntry = {
  id: ({ seq }: Entry): string => `aud-${seq}`,
  // Read here, so that changes count in what the query costs.
  changes: ({ changes }: Entry) => changes
}
