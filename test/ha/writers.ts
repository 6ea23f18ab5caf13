import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Answer, Client, Json } from './client.ts'
import { AREA, BATCHED, dayRow, DAYS_A_BATCH, EDITED, idOf, indicatorOf, monthOf, type Oracle, rowOf, TARGETS, valueOf } from './world.ts'

const PAUSE_MS = 60

/** How far the writer of a target is: `sent` is the last write that may have been done, `done` the last that certainly was. */
export type Place = { sent: number, done: number }
/** What was acknowledged, and when (instants of `performance.now()`). */
export type Written = ReturnType<typeof createWriters>['written']

/** Writers that never have two writes under way, until told to stop. What they do not know the outcome of they find out before they go on. */
export function createWriters ({ ask, askUntilAnswered, read }: Client, oracle: Oracle) {
  const written = {
    places: new Map<string, Place>(TARGETS.map(({ code }) => [code, { sent: 0, done: 0 }])),
    titles: [] as string[],
    comments: [] as string[],
    acknowledgedAt: [] as number[],
    /** Writes whose answer was lost and that were then found to have been done. */
    foundDone: 0
  }
  const stopping = new AbortController()
  /** @param answer 409 where the key's first request was carried out and nobody could tell */
  function acknowledge ({ status }: Pick<Answer, 'status'>): void {
    if (status === 409) written.foundDone++
    else written.acknowledgedAt.push(performance.now())
  }

  /** One after another, the numbers of one target's writes; each is known to the oracle before it is sent. */
  async function writeOn (code: string, write: (number: number) => Promise<void>): Promise<void> {
    const place = written.places.get(code)!
    while (!stopping.signal.aborted) {
      await oracle.learn(code, place.sent + 1)
      place.sent++
      await write(place.sent)
      place.done = place.sent
      await setTimeout(PAUSE_MS)
    }
  }

  /** Batches with an Idempotency-Key: sent until they are answered. */
  async function writeBatches (code: string): Promise<void> {
    await writeOn(code, async number => {
      const measurements = [rowOf(code, number), ...Array.from({ length: DAYS_A_BATCH }, (_, place) => dayRow(code, number, place))]
      acknowledge(await askUntilAnswered('/v1/measurements', { method: 'POST', body: { measurements }, headers: { 'idempotency-key': randomUUID() } }))
    })
  }

  /** Single figures without a key: where no answer came it is looked at what is there. */
  async function writeSingly (code: string): Promise<void> {
    await writeOn(code, async number => {
      for (;;) {
        const answer = await ask('/v1/measurements', { method: 'POST', body: { measurements: [rowOf(code, number)] } })
        if (answer?.status === 200) return acknowledge(answer)
        await setTimeout(500)
        const { items }: { items: Json[] } = await read(`/v1/measurements?indicator=${indicatorOf(code)}&area=${AREA}`)
        if (items.some(({ period, value }) => period === monthOf(number) && value === valueOf(number))) {
          written.foundDone++
          return
        }
      }
    })
  }

  /** Edits of a plan on top of the version that was seen. */
  async function editPlan (): Promise<void> {
    let version = 1
    while (!stopping.signal.aborted) {
      const title = `Rettet ${written.titles.length + 1} gange`
      const answer = await ask(`/v1/plans/${EDITED}?reason=Prøve`, { method: 'PATCH', body: { title }, headers: { 'if-match': `"${version}"` } })
      if (answer?.status === 200) acknowledge(answer)
      const now: Json = answer?.status === 200 ? answer.json() : await read(`/v1/plans/${EDITED}?fields=version,title`)
      if (now.version === version + 1) {
        if (answer?.status !== 200) written.foundDone++
        written.titles.push(title)
        version++
      }
      await setTimeout(answer === null ? 500 : PAUSE_MS)
    }
  }

  /** Remarks with an Idempotency-Key, which would stand there twice if they were written twice. */
  async function remark (): Promise<void> {
    const target = idOf(TARGETS[0].code)
    while (!stopping.signal.aborted) {
      const text = `Bemærkning ${written.comments.length + 1}`
      acknowledge(await askUntilAnswered(`/v1/targets/${target}/comments`, { method: 'POST', body: { on: '2024-06-01', text, author: 'Chefen' }, headers: { 'idempotency-key': randomUUID() } }))
      written.comments.push(text)
      await setTimeout(PAUSE_MS)
    }
  }

  const running = [...TARGETS.map(({ code }) => BATCHED.includes(code) ? writeBatches(code) : writeSingly(code)), editPlan(), remark()]

  return { written, stop: async () => { stopping.abort(); await Promise.all(running) } }
}
