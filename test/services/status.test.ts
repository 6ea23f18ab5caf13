import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices

describe('on a fresh database', () => {
  beforeEach(async () => { t = await openServices({ seed: true }) })

  test('Frederikssund has not started, then has no figures, with the reason', async () => {
    const before = await t.services.status.ofPlan(ANONYMOUS, 'frederikssund-2024', { asOf: '2023-12-01' })
    expect(before).toMatchObject({ overall: 'not_started', counts: { not_started: 11 }, coverage: 0 })
    const after = await t.services.status.ofPlan(ANONYMOUS, 'frederikssund-2024', { asOf: '2024-03-01' })
    expect(after).toMatchObject({ overall: 'no_data', counts: { no_data: 11 } })
    expect(Object.fromEntries(after.targets.map(one => [one.target.split('.')[1], one.children?.map(child => child.reason) ?? one.reason]))).toEqual({
      '1a': 'no_measurement',
      '1b': 'no_measurement_in_window',
      '2a': 'no_measurement_in_window',
      '2b': ['no_measurement_in_window', 'no_measurement_in_window'],
      '2c': 'no_measurement_in_window',
      '3a': 'no_measurement_in_window',
      '4a': 'no_measurement_in_window',
      '4b': 'no_measurement',
      '5a': 'no_measurement_in_window',
      '6a': 'no_measurement_in_window',
      '6b': 'no_measurement_in_window'
    })
  })

  test('the baselines are exact: -1.0 in 2a, and a gap of 0.6 in 3a', async () => {
    const { targets } = await t.services.status.ofPlan(ANONYMOUS, 'frederikssund-2024', { asOf: '2024-03-01' })
    const baseline = (code: string) => targets.find(one => one.target === `frederikssund-2024.${code}`)!.baseline
    expect(baseline('2a')).toEqual({ period: '2023-08', on: '2023-12-31', value: 1.7, benchmark: 2.7, measure: -1 })
    expect(baseline('3a')).toEqual({ period: '2023-08', on: '2023-08-31', value: 4, benchmark: 3.4, measure: 0 })
    const figures = [['2024-06', 4, 3.4], ['2024-07', 3.4, 3.4]] as const
    for (const [period, own, country] of figures) {
      await t.services.measurements.record(ADMIN, { measurements: [['0250', own], ['DK', country]].map(([area, value]) => ({ indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', area, period, value })) })
      const status = await t.services.status.ofTarget(ANONYMOUS, 'frederikssund-2024.3a', { asOf: '2024-08-10' })
      expect(status.current!.measure).toBe(period === '2024-06' ? 0 : 0.6)
    }
  })

  const figures = new URL('../../../shared/data/jobindsats/y25i01-kommuner.json', import.meta.url)
  test.skipIf(!existsSync(figures))('with real monthly figures posted to 2a as a trial: missed, final, -0.6', async () => {
    const { rows } = JSON.parse(readFileSync(figures, 'utf8')) as { rows: [string, string, string, string, number, number][] }
    const area: Record<string, string> = { Frederikssund: '0250', 'Hele landet': 'DK' }
    // The window alone: the figures of 2023-08 are those printed in the plan.
    const measurements = rows.filter(row => row[1] in area && row[0].startsWith('2024')).map(([period, name, , , , value]) =>
      ({ indicator: 'dagpenge-jobparate-kontanthjaelp-pct-arbejdsstyrke', area: area[name], period, value, source: 'trial' }))
    expect(await t.services.measurements.record(ADMIN, { measurements })).toMatchObject({ received: 24, created: 24, affectedTargets: ['frederikssund-2024.2a'] })
    expect(await t.services.status.ofTarget(ANONYMOUS, 'frederikssund-2024.2a', { asOf: '2025-02-15' })).toMatchObject({
      status: 'missed', final: true, current: { period: '2024-12', value: 2.1, benchmark: 2.7, measure: -0.6 }
    })
  })

  test('76 per cent positive or neutral does not satisfy 1a', async () => {
    const shown = (await t.services.measurements.list({ area: ['0250'], limit: 500 })).items
    expect(shown.filter(one => one.value === 76)).toHaveLength(1)
    expect(await t.services.status.ofTarget(ANONYMOUS, 'frederikssund-2024.1a', { asOf: '2024-12-31' })).toMatchObject({ status: 'awaiting_data', current: null, evidence: [] })
  })

  test('loading the seed again changes nothing, and what was changed since stays', async () => {
    const { readSeed } = await import('../../db/seed/index.ts')
    const { loadSeed } = await import('../../src/services/seed.ts')
    const [first] = (await t.services.measurements.list({ indicator: ['sygedagpenge-jobafklaring-pct-arbejdsstyrke'], area: ['0250'] })).items
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: first!.indicator, area: first!.area, period: first!.period, value: 9.9 }] })
    expect(await loadSeed(readSeed(), t.stores, t.services)).toMatchObject({ indicators: 0, plans: 0, measurements: 0 })
    expect((await t.services.measurements.get(first!.id)).value).toBe(9.9)
  })

  test('the statements do not grow with the plans', async () => {
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      const before = t.countReads()
      await work()
      return t.countReads() - before
    }
    await t.services.reference.areas()
    const one = await count(() => t.services.status.ofPlan(ANONYMOUS, 'frederikssund-2024', { asOf: '2024-03-01' }))
    const targets = await t.services.plans.findTargets(ANONYMOUS, {})
    expect(targets.length).toBeGreaterThan(40)
    const all = await count(async () => t.services.status.forTargets(await t.services.plans.findTargets(ANONYMOUS, {}), { asOf: '2024-03-01' }))
    expect(all).toBeLessThanOrEqual(one + 2)
    expect(all).toBeLessThanOrEqual(7)
  })
})

describe('goals, plans and history', () => {
  beforeEach(async () => {
    t = await openServices()
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ publicationLagDays: 30 }))
    await t.services.plans.putDocument(ADMIN, 'p', planBody({
      paceLimits: { onTrack: 0.9, atRisk: 0.5 },
      goals: [
        planBody().goals[0],
        { code: '2', kind: 'local', title: 'Leverancer', targets: [{ code: '2a', title: 'To ting', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-03-31' }, { code: 'b', title: 'B' }] } }] },
        { code: '3', kind: 'local', title: 'Vurdering', targets: [{ code: '3a', title: 'Vurderes', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment' } }] },
        { code: '4', kind: 'local', title: 'Uden målbare mål' }
      ]
    }))
  })

  test('a plan rolls its targets up, goal by goal', async () => {
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 2.8 }] })
    await t.services.followUps.recordAssessment(ADMIN, 'p.3a', { on: '2024-06-01', status: 'at_risk', note: 'går trægt' })
    const status = await t.services.status.ofPlan(ANONYMOUS, 'p', { asOf: '2024-07-10' })
    expect(status).toMatchObject({ plan: 'p', asOf: '2024-07-10', overall: 'at_risk', counts: { on_track: 1, at_risk: 2 }, coverage: 1 })
    expect(status.goals).toEqual([
      { goal: 'p.1', overall: 'on_track', counts: { on_track: 1 }, coverage: 1 },
      { goal: 'p.2', overall: 'at_risk', counts: { at_risk: 1 }, coverage: 1 },
      { goal: 'p.3', overall: 'at_risk', counts: { at_risk: 1 }, coverage: 1 },
      { goal: 'p.4', overall: null, counts: {}, coverage: null }
    ])
    expect(status.targets[0]).toMatchObject({ target: 'p.1a', paceLimits: { onTrack: 0.9, atRisk: 0.5 }, stale: false })
    const goal = await t.services.status.ofGoal(ANONYMOUS, 'p.2', { asOf: '2024-07-10' })
    expect(goal).toMatchObject({ goal: 'p.2', plan: 'p', overall: 'at_risk', targets: [{ target: 'p.2a' }] })
    await expect(t.services.status.ofPlan(ANONYMOUS, 'x', {})).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a deliverable is done, is not after all, and what was known stays known', async () => {
    const done = (code: string, doneOn: string | null) => t.services.followUps.recordDeliverable(ADMIN, 'p.2a', code, { doneOn, evidence: 'Referat' })
    await done('a', '2024-03-01')
    await done('b', '2024-04-01')
    t.clock.now = '2026-06-05T10:00:00.000Z'
    await done('b', null)
    const at = async (knownAt?: string) => (await t.services.status.ofTarget(ANONYMOUS, 'p.2a', { asOf: '2024-06-01', ...knownAt && { knownAt } })).status
    expect(await at('2026-06-02T00:00:00.000Z')).toBe('achieved')
    expect(await at()).toBe('on_track')
    expect(await t.services.followUps.deliverables(ANONYMOUS, 'p.2a', {})).toMatchObject({ items: [{ code: 'a', doneOn: '2024-03-01', evidence: 'Referat', actor: 'admin' }, { code: 'b', doneOn: null }] })
  })

  test('what is recorded is checked', async () => {
    await expect(t.services.followUps.recordDeliverable(ADMIN, 'p.2a', 'z', { doneOn: '2024-03-01' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.followUps.recordDeliverable(ADMIN, 'p.2z', 'a', { doneOn: '2024-03-01' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.followUps.recordDeliverable(ADMIN, 'p.2a', 'a', { doneOn: '2027-03-01' })).rejects.toMatchObject({ code: 'unprocessable', problems: [{ pointer: '/doneOn', code: 'in_the_future' }] })
    await expect(t.services.followUps.recordDeliverable(ADMIN, 'p.2a', 'a', { doneOn: 'soon' })).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer: '/doneOn' }] })
    await expect(t.services.followUps.recordAssessment(ADMIN, 'p.2a', { on: '2024-03-01', status: 'at_risk' })).rejects.toMatchObject({ code: 'unprocessable' })
    await expect(t.services.followUps.recordAssessment(ADMIN, 'p.3a', { on: '2024-03-01', status: 'fine' })).rejects.toMatchObject({ problems: [{ pointer: '/status' }] })
    await expect(t.services.followUps.recordAssessment(ANONYMOUS, 'p.3a', { on: '2024-03-01', status: 'at_risk' })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('history is the status at each step, counted from the first day', async () => {
    await t.services.measurements.record(ADMIN, { measurements: [['2024-01', 3.4], ['2024-02', 2.9]].map(([period, value]) => ({ indicator: 'ledighed', area: '0250', period, value })) })
    const history = await t.services.status.history(ANONYMOUS, 'p.1a', { from: '2024-01-31', to: '2024-04-30' })
    expect(history.items.map(item => [item.asOf, item.status, item.current?.period ?? null])).toEqual([
      ['2024-01-31', 'at_risk', '2024-01'], ['2024-02-29', 'on_track', '2024-02'], ['2024-03-31', 'on_track', '2024-02'], ['2024-04-30', 'on_track', '2024-02']
    ])
    await expect(t.services.status.history(ANONYMOUS, 'p.1a', { from: '2024-02-01', to: '2024-01-01' })).rejects.toMatchObject({ problems: [{ pointer: '?to' }] })
    await expect(t.services.status.history(ANONYMOUS, 'p.1a', { from: '2000-01-01', to: '2024-01-01', step: 'P1D' })).rejects.toMatchObject({ problems: [{ pointer: '?step' }] })
    await expect(t.services.status.history(ANONYMOUS, 'p.1a', { step: 'P0D' })).rejects.toMatchObject({ problems: [{ pointer: '?step' }] })
  })

  test('today is a Danish day', async () => {
    t.clock.now = '2026-06-30T22:30:00.000Z'
    expect((await t.services.status.ofTarget(ANONYMOUS, 'p.1a', {})).asOf).toBe('2026-07-01')
  })
})

test('what is known now is shown as known when all figures were read, so that it names no instant before one of them was recorded', async () => {
  // Reading takes time: a minute for each statement.
  let statements = 0
  const t = await openServices({
    onStatement: sql => {
      if (!/measurement/.test(sql)) return
      t.clock.now = new Date(Date.parse(t.clock.now) + 60_000).toISOString()
      statements++
    }
  })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await t.services.plans.putDocument(ADMIN, 'p', planBody())
  await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-03', value: 2 }] })
  const asked: Record<string, () => Promise<{ knownAt: string }>> = {
    history: () => t.services.status.history(ANONYMOUS, 'p.1a', {}),
    target: () => t.services.status.ofTarget(ANONYMOUS, 'p.1a', {}),
    plan: () => t.services.status.ofPlan(ANONYMOUS, 'p', {}),
    statuses: () => t.services.statuses.list(ANONYMOUS, {}),
    pace: () => t.services.requiredPaces.ofTarget(ANONYMOUS, 'p.1a', {}),
    comparison: () => t.services.comparison.compare({ indicator: 'ledighed' }),
    report: () => t.services.reports.ofPlan(ANONYMOUS, 'p', {})
  }
  for (const [what, ask] of Object.entries(asked)) {
    // What is remembered need not be read.
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-04', value: statements }] })
    const before = statements
    const { knownAt } = await ask()
    expect(statements, what).toBeGreaterThan(before)
    expect(knownAt, what).toBe(t.clock.now)
  }
})
