/**
 * The administration's remark on a target, of a day (`on`). `author` is who says it, as the report names them; `actor` is whose key wrote
 * this revision, at `recordedAt`; `createdAt` is when the first one was written. Instants are ISO text.
 */
export type Comment = {
  id: string
  target: string
  on: string
  text: string
  author: string
  revision: number
  createdAt: string
  recordedAt: string
  actor: string
}
