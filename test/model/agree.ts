import assert from 'node:assert/strict'
import { DEFAULT_PACE_LIMITS, type PlanDocument } from '../../src/domain/plan.ts'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import { rollUp } from '../../src/domain/status/rollup.ts'
import { indexSeries } from '../../src/domain/status/series.ts'
import type { Judgement } from '../../src/domain/status/status.ts'
import { current, dayOf, figuresOf, idOf, type Model, type Record, statusOf, targetsOf } from './model.ts'
import { INDICATORS, type Look } from './steps.ts'
import type { Json, World } from './world.ts'

const indicators = new Map(INDICATORS.map(one => [one.id, one]))
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** Compares everything that can be read with the model, REST with GraphQL, and both databases with each other. */
export function createJudge (world: World, model: Model, base: { audit: number, events: number, areaNames: ReadonlyMap<string, string> }) {
  const { areaNames } = base

  /** What a version of a plan says of all its targets on a day, by what was known at an instant: the engine on the model's data. */
  function statuses (document: PlanDocument, asOf: string, knownAt: string): Json[] {
    const observations = figuresOf(model, knownAt).map(({ row, revision }) => ({ ...row, revision, source: null }))
    const series = indexSeries(observations)
    return targetsOf(document).map(target => {
      const id = `${document.id}.${target.code}`
      const done = latest(model.deliverables, id, knownAt).flatMap(({ what, outcome }) => outcome === null ? [] : [{ target: id, code: what, on: outcome }])
      const judged = latest(model.assessments, id, knownAt).map(({ what, outcome }) => ({ target: id, on: what, status: outcome as Judgement }))
      const { rule, window, indicator = null, segment = null } = target
      return plain({ target: id, asOf, knownAt, ...evaluate({ rule, window, own: { indicator, area: document.kommune, segment }, indicators, series, deliverables: done, assessments: judged, asOf, knownOn: dayOf(knownAt), paceLimits: document.paceLimits ?? DEFAULT_PACE_LIMITS, areaNames }) })
    })
  }

  async function figures ({ back }: Look): Promise<void> {
    const knownAt = instantBack(back)
    for (const at of [undefined, knownAt]) {
      const expected = figuresOf(model, at).map(({ row: { indicator, area, segment, period, value, flag }, revision, recordedAt }) => ({ indicator, area, segment, period, value, flag, revision, recordedAt }))
        .toSorted((a, b) => compare(nameOf(a), nameOf(b)))
      const { items } = await world.read(`/v1/measurements?limit=500${at === undefined ? '' : `&knownAt=${at}`}`)
      const told = (items as Json[]).map(({ indicator, area, segment, period, value, flag, revision, recordedAt }) => ({ indicator, area, segment, period, value, flag, revision, recordedAt }))
      assert.deepEqual(told.toSorted((a, b) => compare(nameOf(a), nameOf(b))), expected, `figures known at ${at}`)
      const { measurements } = await world.query('query ($filter: MeasurementFilter) { measurements(first: 500, filter: $filter) { edges { node { id indicator area segment period value flag revision recordedAt import } } } }', { filter: { knownAt: at ?? null } })
      assert.deepEqual(measurements.edges.map(({ node }: Json) => ({ ...node, flag: node.flag.toLowerCase() })), (items as Json[]).map(({ id, indicator, area, segment, period, value, flag, revision, recordedAt, import: from }) => ({ id, indicator, area, segment, period, value, flag, revision, recordedAt, import: from })))
    }
    const last = model.revisions.at(-1)
    if (last === undefined) return
    const { key } = last
    const { items } = await world.read(`/v1/measurements/${idOf(key)}/revisions?limit=500`)
    assert.deepEqual((items as Json[]).map(one => [one.revision, one.value, one.flag, one.withdrawn, one.recordedAt]), model.revisions.filter(one => one.key === key).map(({ revision, row, withdrawn, recordedAt }) => [revision, row.value, row.flag, withdrawn, recordedAt]))
  }

  async function plans ({ asOf, back, version: nth }: Look, isAll: boolean): Promise<void> {
    const { items } = await world.read('/v1/plans')
    assert.deepEqual((items as Json[]).map(one => [one.id, one.status, one.version]).toSorted(), [...model.plans].map(([id, plan]) => [id, statusOf(current(plan)), plan.versions.length]).toSorted())
    const { items: shown } = await world.read('/v1/plans', { isAnonymous: true })
    assert.deepEqual((shown as Json[]).map(one => one.id).toSorted(), [...model.plans].filter(([, plan]) => statusOf(current(plan)) !== 'draft').map(([id]) => id).toSorted())
    for (const [id, { versions }] of isAll ? model.plans : one(model.plans, nth)) {
      const version = 1 + nth % versions.length
      const { document } = versions[version - 1]!
      assert.deepEqual(await world.read(`/v1/plans/${id}/document?version=${version}`), plain(document), `${id} at version ${version}`)
      assert.deepEqual(((await world.read(`/v1/plans/${id}/versions?limit=500`)).items as Json[]).map(one => [one.version, one.status, one.recordedAt]), versions.map((one, at) => [at + 1, statusOf(one.document), one.recordedAt]).toReversed())
      await status(id, document, asOf, instantBack(back), version)
      await status(id, versions.at(-1)!.document, asOf, instantBack(back))
      await status(id, versions.at(-1)!.document)
    }
  }

  async function status (id: string, document: PlanDocument, asOf?: string, knownAt?: string, version?: number): Promise<void> {
    const [day, instant] = [asOf ?? dayOf(model.now), knownAt ?? model.now]
    const expected = statuses(document, day, instant)
    const told = await world.read(`/v1/plans/${id}/status?${Object.entries({ asOf, knownAt, version }).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${value}`).join('&')}`)
    assert.deepEqual(told.targets, expected, `the statuses of ${id} on ${day} as known at ${instant}`)
    const { overall, counts, coverage } = plain(rollUp(expected.map(one => one.status)))
    assert.deepEqual([told.plan, told.asOf, told.knownAt, told.overall, told.counts, told.coverage], [id, day, instant, overall, counts, coverage])
    const { plan } = await world.query(`query ($id: ID!, $version: Int, $asOf: Date, $knownAt: DateTime) { plan(id: $id, version: $version) { version planStatus status(asOf: $asOf, knownAt: $knownAt) { overall coverage targets { ${FIELDS} } } } }`, { id, version: version ?? null, asOf: asOf ?? null, knownAt: knownAt ?? null })
    assert.deepEqual([lower(plan.planStatus), lower(plan.status.overall), plan.status.coverage], [statusOf(document), overall, coverage])
    assert.deepEqual(plan.status.targets.map((one: Json) => ({ ...one, status: lower(one.status), reason: lower(one.reason), provisional: lower(one.provisional), trend: lower(one.trend), goalLine: one.goalLine && { ...one.goalLine, comparator: lower(one.goalLine.comparator) } })), expected.map(one => Object.fromEntries(NAMES.map(name => [name, one[name]]))))
  }

  async function records ({ version: nth }: Look, isAll: boolean): Promise<void> {
    for (const [id, plan] of isAll ? model.plans : one(model.plans, nth)) {
      const targets = targetsOf(current(plan)).map(({ code }) => `${id}.${code}`)
      for (const target of isAll ? targets : one(targets, nth)) {
        const [deliverables, assessments, comments] = await Promise.all(['deliverables', 'assessments', 'comments'].map(async name => (await world.read(`/v1/targets/${target}/${name}`)).items as Json[])) as [Json[], Json[], Json[]]
        assert.deepEqual(deliverables.map(one => [one.code, one.doneOn]).toSorted(), latest(model.deliverables, target).map(one => [one.what, one.outcome]).toSorted())
        assert.deepEqual(assessments.map(one => [one.on, one.status]).toSorted(), latest(model.assessments, target).map(one => [one.what, one.outcome]).toSorted())
        assert.deepEqual(comments.map(one => [one.id, one.on, one.text]).toSorted(), model.comments.filter(one => one.target === target).map(one => [one.id, one.on, one.text]).toSorted())
      }
    }
  }

  /** The trail and the feed: one entry for each write, and each event in its order. */
  async function trails (): Promise<void> {
    let entries = 0
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Json = await world.read(`/v1/audit?limit=500${cursor && `&cursor=${cursor}`}`)
      entries += page.items.length
      cursor = page.nextCursor
    }
    assert.equal(entries - base.audit, model.audit, 'entries of the audit trail')
    const { items } = await world.read('/v1/changes?limit=500')
    assert.deepEqual((items as Json[]).slice(base.events).map(one => one.type), model.events)
    const { items: imports } = await world.read('/v1/imports?limit=500&sort=recordedAt')
    assert.deepEqual((imports as Json[]).map(one => one.id).toSorted(), model.imports.map(one => one.id).toSorted())
  }

  /** An instant of the past: one at which something was recorded, or just before it. */
  function instantBack (back: number): string {
    const instants = [...new Set(model.revisions.map(one => one.recordedAt)), ...[...model.deliverables, ...model.assessments].map(one => one.recordedAt)].toSorted()
    const instant = instants.at(-1 - Math.floor(back / 2)) ?? instants[0]
    if (instant === undefined) return model.now
    return back % 2 === 0 ? instant : new Date(Date.parse(instant) - 1).toISOString()
  }

  /** Everything, or without `isAll` all lists and, of plans and of targets, one. */
  return async (look: Look, isAll: boolean): Promise<void> => {
    await figures(look)
    await plans(look, isAll)
    await records(look, isAll)
    await trails()
  }
}

const NAMES = ['target', 'asOf', 'knownAt', 'status', 'final', 'reason', 'provisional', 'late', 'stale', 'met', 'expected', 'pace', 'progress', 'distance', 'trend', 'current', 'goalLine', 'explanation']
const FIELDS = `${NAMES.slice(0, -3).join(' ')} current { period value benchmark measure } goalLine { comparator value } explanation { da en }`
const one = <Thing>(things: Iterable<Thing>, at: number): Thing[] => {
  const list = [...things]
  return list.length === 0 ? [] : [list[at % list.length]!]
}
const lower = (word: string | null): string | null => word === null ? null : word.toLowerCase()
const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
const nameOf = ({ indicator, area, segment, period }: { indicator: string, area: string, segment: string | null, period: string }): string => JSON.stringify([indicator, area, segment, period])

/** What is known of a target at an instant: of each thing what was recorded last. */
const latest = (records: Record[], target: string, knownAt?: string): Record[] =>
  [...new Map(records.filter(one => one.target === target && (knownAt === undefined || one.recordedAt <= knownAt)).map(one => [one.what, one])).values()]
