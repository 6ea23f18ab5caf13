import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { Comment } from '../../src/domain/comment.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Database } from '../database.ts'
import { insertRows, refusedAs } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'

type Row = [id: string, target: string, on: string, text: string, author: string, revision: number, createdAt: string, recordedAt: string, actor: string, withdrawn: number]
const COLUMNS = 'c.id, c.target, c.on_day, c.text, c.author, c.revision, c.created_at, c.recorded_at, c.actor, c.withdrawn'

/** What people say of targets. Nothing is overwritten: a change is a revision, and so is taking it back. */
export function createCommentStore (database: Database) {
  /**
   * Appends a revision of a comment.
   * @param withdrawn whether it takes the comment back
   * @throws AppError `conflict` where another has written the same revision meanwhile: look at what is there
   */
  async function append (comment: Comment, { withdrawn = false, audit = [], events = [] }: { withdrawn?: boolean, audit?: readonly NewAuditEntry[], events?: readonly NewEvent[] } = {}): Promise<void> {
    await database.atomically(() => [
      ...refusedAs(insertRows(database, database.tables.comments, [{ ...comment, withdrawn: withdrawn ? 1 : 0 }]), () => changedMeanwhile(comment.id)),
      ...auditRows(audit),
      ...eventRows(events)
    ])
  }

  /** The comment as it stands; undefined where there is none, or it was taken back. */
  async function byId (id: string): Promise<Comment | undefined> {
    const [found] = standing(await database.query<Row>(`select ${COLUMNS} from comments c where c.id = ? order by c.revision`, [id]))
    return found
  }

  /** The comments of the targets as known at an instant (null: now), by target, day and when they were made. */
  async function ofTargets (targets: readonly string[], knownAt: string | null): Promise<Comment[]> {
    if (targets.length === 0) return []
    const wanted = database.keyRows(['target'], [...new Set(targets)].map(target => [target]))
    const rows = await database.query<Row>(
      `select ${COLUMNS} from ${wanted.sql} w cross join comments c
       where c.target = w.target ${knownAt === null ? '' : 'and c.recorded_at <= ?'} order by c.id, c.revision`,
      knownAt === null ? wanted.params : [...wanted.params, knownAt])
    return standing(rows).sort((a, b) => compare(a.target, b.target) || compare(a.on, b.on) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
  }

  return { append, byId, ofTargets }
}

/** Of rows by id and revision the last of each, unless it takes the comment back. */
const standing = (rows: readonly Row[]): Comment[] => rows
  .filter((row, at) => rows[at + 1]?.[0] !== row[0] && row[9] === 0)
  .map(([id, target, on, text, author, revision, createdAt, recordedAt, actor]) => ({ id, target, on, text, author, revision, createdAt, recordedAt, actor }))

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

const changedMeanwhile = (id: string): AppError =>
  new AppError('conflict', `Another has changed the comment ${JSON.stringify(id)} at the same moment. Look at it, then send your change again.`)
