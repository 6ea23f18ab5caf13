import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, SEED_ACTOR } from '../../src/services/actor.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { restClient } from '../support/rest.ts'

const PLANS = ['frederikssund-2024', 'hedensted-2021', 'holbaek-2023', 'hvidovre-2023', 'kalundborg-2018-2021']

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject)
})
afterAll(() => subject.close())

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('an answer is the object of the service, no field more or less', async () => {
  const { areas, indicators, nationalGoals, plans, measurements } = subject.services
  const pairs: [string, Promise<unknown>][] = [
    ['/v1/kommuner', areas.kommuner({})],
    ['/v1/areas', areas.list({})],
    ['/v1/areas/DK', areas.get('DK')],
    ['/v1/indicators', indicators.list({})],
    ['/v1/national-goals', nationalGoals.list({})],
    ['/v1/plans', plans.list(ANONYMOUS, {})],
    ['/v1/targets?limit=500', plans.targets(ANONYMOUS, { limit: 500 })],
    ['/v1/measurements?limit=500', measurements.list({ limit: 500 })]
  ]
  for (const [url, served] of pairs) expect((await rest.get(url)).body, url).toEqual(asJson(await served))
})

test.each(PLANS)('so is everything of %s', async id => {
  const { plans, status } = subject.services
  const asOf = '2024-07-10'
  expect((await rest.get(`/v1/plans/${id}`)).body).toEqual(asJson(await plans.whole(ANONYMOUS, id)))
  expect((await rest.get(`/v1/plans/${id}/document`)).body).toEqual(asJson((await plans.document(ANONYMOUS, id)).document))
  const answer = await rest.get(`/v1/plans/${id}/status?asOf=${asOf}`)
  expect(answer.body).toEqual(asJson(await status.ofPlan(ANONYMOUS, id, { asOf })))
  for (const { goal } of answer.body.goals as { goal: string }[]) {
    expect((await rest.get(`/v1/goals/${goal}/status?asOf=${asOf}`)).body).toEqual(asJson(await status.ofGoal(ANONYMOUS, goal, { asOf })))
  }
  const [target] = answer.body.targets as { target: string }[]
  expect((await rest.get(`/v1/targets/${target?.target}/history?to=2024-07-10`)).body).toEqual(asJson(await status.history(ANONYMOUS, target?.target ?? '', { to: asOf })))
})

test('a document that was read can be put again as it is, and changes nothing', async () => {
  for (const id of PLANS) {
    const { body, headers } = await rest.get(`/v1/plans/${id}/document`)
    const { version } = await subject.services.plans.document(SEED_ACTOR, id)
    expect(headers.etag).toMatch(new RegExp(`^"${version}\\.`))
    expect(await subject.services.plans.putDocument(SEED_ACTOR, id, body, { expectedVersion: version })).toMatchObject({ changed: false, changes: [] })
  }
})
