import { randomUUID } from 'node:crypto'
import type { Answer, Json } from '../ha/client.ts'
import { BATCHED, dayRow, DAYS_A_BATCH, EDITED, idOf, type Oracle, rowOf, TARGETS } from '../ha/world.ts'
import type { Written } from '../ha/writers.ts'
import type { LoadClient } from './client.ts'
import { BIG, BIG_ROWS, rowsOf, UNDONE, UNDONE_ROWS } from './world.ts'

/** Beside what test/ha keeps: the big batches, and the imports that were undone and that were left. */
export type SoakWritten = Written & { big: number, undone: number[], left: number[] }

/**
 * The works of writers, by name. Each sends its next write until it is answered; no two of one name may be under way. What is written is kept, and
 * the oracle knows it before it is sent.
 */
export function createWrites ({ ask, askUntilAnswered, problems }: LoadClient, oracle: Oracle) {
  const written: SoakWritten = {
    places: new Map(TARGETS.map(({ code }) => [code, { sent: 0, done: 0 }])), titles: [], comments: [], acknowledgedAt: [], foundDone: 0, big: 0, undone: [], left: []
  }
  let version = 1
  let undoing = 0

  function acknowledge ({ status }: Pick<Answer, 'status'>): void {
    if (status === 409) written.foundDone++
    else written.acknowledgedAt.push(performance.now())
  }

  const post = async (path: string, body?: Json): Promise<Answer> =>
    await askUntilAnswered(path, { method: 'POST', ...body !== undefined && { body }, headers: { 'idempotency-key': randomUUID() } })

  /** The next write of a target: a single figure, or one in a batch. */
  async function figure (code: string): Promise<void> {
    const place = written.places.get(code)!
    const number = place.sent + 1
    await oracle.learn(code, number)
    place.sent = number
    const days = BATCHED.includes(code) ? Array.from({ length: DAYS_A_BATCH }, (_, at) => dayRow(code, number, at)) : []
    acknowledge(await post('/v1/measurements', { measurements: [rowOf(code, number), ...days] }))
    place.done = number
  }

  async function bigBatch (): Promise<void> {
    acknowledge(await post('/v1/measurements', { measurements: rowsOf(BIG, written.big, BIG_ROWS) }))
    written.big++
  }

  /** An import, and of every second one its undoing. */
  async function importAndUndo (): Promise<void> {
    const number = undoing++
    const answer = await post('/v1/measurements', { measurements: rowsOf(UNDONE, number, UNDONE_ROWS) })
    acknowledge(answer)
    // An import whose answer was lost is not looked for: it stays.
    if (number % 2 === 1 || answer.status !== 200) {
      written.left.push(number)
      return
    }
    acknowledge(await post(`/v1/imports/${answer.json().import}/undo?reason=Pr%C3%B8ve`))
    written.undone.push(number)
  }

  /** An edit on top of the version that was seen; where no answer came it is looked at what is there. */
  async function editPlan (): Promise<void> {
    const title = `Rettet ${written.titles.length + 1} gange`
    const answer = await ask(`/v1/plans/${EDITED}?reason=Pr%C3%B8ve`, { method: 'PATCH', body: { title }, headers: { 'if-match': `"${version}"` } })
    if (answer?.status === 200) acknowledge(answer)
    else {
      const now: Json = (await askUntilAnswered(`/v1/plans/${EDITED}?fields=version,title`)).json()
      if (now.version === version) return
      if (now.title !== title) problems.push(`the plan is called ${now.title} in version ${now.version}, after ${title} was sent`)
      written.foundDone++
    }
    version++
    written.titles.push(title)
  }

  async function remark (): Promise<void> {
    const text = `Bemærkning ${written.comments.length + 1}`
    acknowledge(await post(`/v1/targets/${idOf(TARGETS[0].code)}/comments`, { on: '2024-06-01', text, author: 'Chefen' }))
    written.comments.push(text)
  }

  const works: Record<string, () => Promise<void>> = {
    ...Object.fromEntries(TARGETS.map(({ code }) => [code, async () => { await figure(code) }])), bigBatch, importAndUndo, editPlan, remark
  }
  return { written, works }
}
