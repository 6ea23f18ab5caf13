import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusWriter } from '../../src/http/answers/status-json.ts'
import { createServices, type Services } from '../../src/services/index.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody } from '../support/services.ts'

// Whatever was written, and whatever was asked before, services that remember answer as those that remember nothing: with figures that are
// calculated from others and made of a group's members, which test/model has not.

const DAYS = ['2023-12-31', '2024-03-31', '2024-07-10', '2024-12-31', '2025-02-15']
const MILESTONE = { kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale', due: '2024-03-31' }, { code: 'b', title: 'Møde' }] }
const target = (code: string, indicator: string | null, rule: object) => ({ code, title: code, indicator, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule })
const planWith = (limit: number, benchmark: string) => planBody({
  goals: [{
    code: '1',
    kind: 'local',
    title: 'Mål',
    targets: [
      target('1a', 'ledighed', { kind: 'threshold', comparator: 'lte', value: limit, baseline: { period: '2023-12' } }),
      target('1b', 'andel', { kind: 'gap_reduction', amount: 0.2, baseline: { period: '2023-12' }, benchmark: { area: benchmark } }),
      target('1c', null, { kind: 'all_of', rules: [{ kind: 'threshold', indicator: 'ledighed', comparator: 'lte', value: 3 }, MILESTONE, { kind: 'monitor', indicator: 'ledige' }] }),
      target('1d', null, { kind: 'assessment' })
    ]
  }]
})
const persons = indicatorBody({ unit: 'persons', additive: true, decimals: 0, segments: [] })
const share = (factor: number) => indicatorBody({ segments: [], calculation: { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke' }, factor } })

const PERIODS = ['2023-12', '2024-03', '2024-06', '2024-12']
/** Posted to begin with; the share is calculated, and that of RAR-BOR made of its members'. */
const FIGURES = [['ledighed', '0250', 2.5], ['ledige', '0250', 50], ['styrke', '0250', 1000], ['ledige', '0400', 20], ['styrke', '0400', 500], ['andel', 'DK', 4]] as const
const row = fc.record({ indicator: fc.constantFrom('ledighed', 'ledige', 'styrke', 'andel'), area: fc.constantFrom('0250', '0250', '0400', 'DK', 'RAR-BOR'), period: fc.constantFrom(...PERIODS), value: fc.constantFrom(0, 1, 4, 50, 100) })
const writing = fc.oneof<fc.Arbitrary<(services: Services) => Promise<unknown>>[]>(
  fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ indicator, area, period }) => `${indicator} ${area} ${period}` }).map(measurements => ({ measurements: service }) => service.record(ADMIN, { measurements })),
row.map(one => async ({ measurements, imports }) => await imports.undo(ADMIN, (await measurements.record(ADMIN, { measurements: [{ ...one, value: 7 }] })).import!)),
fc.tuple(fc.constantFrom(1, 3, 5), fc.constantFrom('DK', '0400', 'RAR-BOR')).map(([limit, benchmark]) => ({ plans }) => plans.putDocument(ADMIN, 'p', planWith(limit, benchmark), { expectedVersion: 'any', reason: 'Ændret' })),
fc.constantFrom([], ['2024-02-01']).map(breaks => ({ indicators }) => indicators.put(ADMIN, 'ledighed', indicatorBody({ breaks }))),
fc.constantFrom(100, 1000).map(factor => ({ indicators }) => indicators.put(ADMIN, 'andel', share(factor))),
fc.constantFrom(null, '2024-02-01', '2024-05-01').map(doneOn => ({ followUps }) => followUps.recordDeliverable(ADMIN, 'p.1c', 'a', { doneOn })),
fc.constantFrom('on_track', 'at_risk').map(status => ({ followUps }) => followUps.recordAssessment(ADMIN, 'p.1d', { on: '2024-03-01', status, note: 'Set efter' })),
fc.constant(({ comments }) => comments.record(ADMIN, 'p.1a', { on: '2024-05-01', text: 'Går godt', author: 'Chefen' }))
)
const steps = fc.array(fc.record({ writing, asOf: fc.constantFrom(...DAYS), back: fc.nat(5), version: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }) }), { minLength: 20, maxLength: 20 })

test('services that remember answer as those that remember nothing', async () => {
  await fc.assert(fc.asyncProperty(steps, async steps => {
    const { services, stores, clock } = await openServices({ now: '2025-03-01T10:00:00.000Z' })
    await services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    for (const id of ['ledige', 'styrke']) await services.indicators.put(ADMIN, id, persons)
    await services.indicators.put(ADMIN, 'andel', share(100))
    await services.plans.putDocument(ADMIN, 'p', planWith(3, 'DK'))
    await services.measurements.record(ADMIN, { measurements: FIGURES.flatMap(([indicator, area, value]) => PERIODS.map(period => ({ indicator, area, period, value }))) })
    const instants = [clock.now]
    for (const { writing, asOf, back, version } of steps) {
      clock.now = new Date(Date.parse(clock.now) + 1).toISOString()
      await writing(services)
      instants.unshift(clock.now)
      const knownAt = back === 0 ? undefined : instants[back]
      const fresh = createServices(stores, () => new Date(clock.now))
      const asks: ((of: Services) => Promise<unknown>)[] = [
        ({ status }) => status.ofPlan(ANONYMOUS, 'p', { asOf, ...version !== undefined && { version } }),
        ({ status }) => status.ofPlan(ANONYMOUS, 'p', { asOf, ...knownAt !== undefined && { knownAt } }),
        ({ statuses }) => statuses.list(ANONYMOUS, { asOf, groupBy: ['kommune'] }),
        ({ status }) => status.history(ANONYMOUS, 'p.1b', { from: '2024-01-01', to: '2024-12-31' }),
        ({ requiredPaces }) => requiredPaces.ofTarget(ANONYMOUS, 'p.1b', { asOf }),
        ({ whatIf }) => whatIf.ofTarget(ANONYMOUS, 'p.1b', {}, { asOf }),
        ({ overview }) => overview.ofCountry(ANONYMOUS, { asOf })
      ]
      const answers = async (of: Services): Promise<unknown[]> => await Promise.all(asks.map(async ask => await ask(of).catch((error: unknown) => String(error))))
      const remembered = await answers(services)
      expect(remembered).toEqual(await answers(fresh))
      expect(statusWriter('targets')(remembered[1] as never).toString()).toBe(JSON.stringify(remembered[1]))
    }
  }), { numRuns: 10 })
})
