import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import { placesInTurn } from '../../src/http/pages/places.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN, ANONYMOUS, forget, indicatorBody, planBody } from '../support/services.ts'

const seeded = readSeed().plans as unknown as PlanDocument[]

let t: TestApp

const ask = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers })
const page = async (url: string, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await ask(url, headers)
  expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, 'text/html; charset=utf-8'])
  return answer.body
}
/** What a reader sees of a page: its texts without tags, its entities read, on one line. */
const textOf = (html: string): string =>
  html.replace(/<head>.*<\/head>/s, '').replace(/<br>/g, ' ').replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/\s+/g, ' ')
const put = async (document: object, version?: number): Promise<void> => {
  const headers = { ...asAdmin, ...version !== undefined && { 'if-match': `"${version}"` } }
  const answer = await t.app.inject({ method: 'PUT', url: `/v1/plans/p/document${version === undefined ? '' : '?reason=Rettelse'}`, headers, payload: document })
  expect([200, 201], answer.body).toContain(answer.statusCode)
}
const record = (rows: object[]) => t.services.measurements.record(ADMIN, { measurements: rows })

describe('the report of each plan that a fresh server has', () => {
  beforeAll(async () => { t = await openTestApp({ seed: true, now: '2026-11-23T12:00:00Z' }) })
  afterAll(async () => { await t.close() })

  test.each(seeded.map(plan => [plan.id, plan] as const))('%s says all that the document says', async (id, plan) => {
    const said = textOf(await page(`/reports/${id}?asOf=${plan.period.to}`))
    const { goals, commitments = [], notes = [], sources = [], relations = [] } = plan
    const initiatives = goals.flatMap(goal => goal.initiatives ?? [])
    const texts = [
      plan.title, ...goals.flatMap(goal => [goal.title, goal.summary, ...(goal.objectives ?? []).map(one => one.text)]), ...initiatives.flatMap(one => [one.title, one.summary]),
      ...goals.flatMap(goal => goal.targets ?? []).flatMap(one => [one.title, one.population, one.followUp]), ...commitments.map(one => one.text), ...notes.map(one => one.text), ...sources.map(one => one.title), ...relations.map(one => one.title)
    ]
    for (const text of texts) expect(said).toContain((text ?? '').replace(/\s+/g, ' ').trim())
    for (const target of goals.flatMap(goal => goal.targets ?? [])) {
      const status = await t.services.status.ofTarget(ANONYMOUS, `${id}.${target.code}`, { asOf: plan.period.to })
      expect(said).toContain(status.explanation.da)
    }
  })

  test('nothing is said of milestones but what was recorded', async () => {
    await t.services.followUps.recordDeliverable(ADMIN, 'hvidovre-2023.2a', '2a.D1', { doneOn: '2023-05-02', evidence: 'Dagsorden 12, punkt 4' })
    const said = textOf(await page('/reports/hvidovre-2023?asOf=2023-06-30'))
    expect(said).toContain('2a.D1 Udviklingsarbejdet er iværksat: gennemført 2. maj 2023 Ny. Dokumentation: Dagsorden 12, punkt 4')
    expect(said).toMatch(/2a\.D2 [^:]+: ikke registreret som gennemført[^,;]/)
    expect(said).toContain('6 af 6 succeskriterier kan bedømmes ud fra det, der er indberettet. For 5 af dem er ingen leverance registreret som gennemført; de står som »på rette vej«, fordi fristen ikke er passeret.')
    expect(textOf(await page('/reports/hvidovre-2023?asOf=2023-05-01'))).not.toContain('gennemført 2. maj')
  })

  test.each([
    ['frederikssund-2024?asOf=2024-12-31', 'Succeskriterium Gabet til hele landet mindskes med mindst 0,2 procentpoint fra august 2023 Periode', 'a goal line'],
    ['frederikssund-2024?asOf=2024-12-31', 'Udgangspunkt 4,0 pct. mod 3,4 pct. for hele landet (august 2023)', 'both figures of a baseline'],
    ['frederikssund-2024?asOf=2024-12-31', 'Succeskriterium Mindst det samme som hele landet, for hver af delene Periode', 'what all parts have to reach, once'],
    ['frederikssund-2024?asOf=2024-12-31', 'Fokusområde Afventer data 1 Alle borgere skal have en værdig sagsbehandling og et aktivt beskæftigelsesrettet forløb Ministermål 1 i 2024: Alle ledige skal have en værdig sagsbehandling', 'a minister’s goal in other words'],
    ['hedensted-2021?asOf=2021-12-31', 'Hvad måles der på Personer i virksomhedsrettede forløb, andel (Ledige, Sygemeldte). Personer i virksomhedsrettede forløb i procent af alle i samme gruppe i måneden, opgjort særskilt for hver gruppe. Succeskriterium', 'an indicator of two groups once'],
    ['hedensted-2021?asOf=2021-12-31', 'Ministermål 1 i 2021 M1 Alle ledige skal have en værdig sagsbehandling Et af ministerens', 'a minister’s goal once'],
    ['hedensted-2021?asOf=2021-12-31', 'C2 2 ekstra virksomhedskonsulenter til teamet i projektperioden maj 2019 til april 2021. Frist 30. april 2021, som er passeret.', 'a deadline of a commitment'],
    ['holbaek-2023?asOf=2023-12-31', 'Succeskriterium Et lavere tal end sammenligningstallet, som er »Forventet udvikling i antal borgere på midlertidig forsørgelse siden august 2022« for hele landet Periode', 'what is compared with'],
    ['holbaek-2023?asOf=2023-12-31', 'Følges op sammen med planen: handleplan for HUSC', 'what reports into the plan'],
    ['holbaek-2023?asOf=2023-12-31', 'Succeskriterium Følges uden at blive bedømt Periode', 'what is only followed'],
    ['hvidovre-2023?asOf=2023-12-31', 'Succeskriterium Begge leverancer er gennemført senest 31. december 2024 Periode', 'deliverables'],
    ['kalundborg-2018-2021?asOf=2021-12-31', 'Hvad måles der på Vurdering Succeskriterium Vurderes mindst en gang om året Periode', 'a judgement'],
    ['kalundborg-2018-2021?asOf=2021-12-31&lang=en', 'Success criterion Judged at least once a year Period', 'a judgement in English'],
    ['hvidovre-2023?asOf=2023-12-31', 'Hvad ordene betyder På rette vej ingen frist for en leverance er passeret Ved indsatserne', 'what its words mean and no others'],
    ['frederikssund-2024?asOf=2024-12-31', 'Hvad ordene betyder Ingen data der er intet at bedømme ud fra endnu Afventer data fristen er nået, men det, der afgør målet, er ikke kommet Ved indsatserne', 'what its words mean'],
    ['hvidovre-2023?asOf=2023-12-31&lang=en', 'On track: the deliverable is not recorded as done; the deadline is 31 December 2023.', 'a deliverable in English']
  ])('%s says “%s”: %s', async (address, words) => {
    const html = await page(`/reports/${address}`)
    expect(textOf(html.replace(/<\/(?:dt|dd|p|h\d|li|th|td)>/g, ' '))).toContain(words)
  })

  test('what is said of the plans is in words, without the program’s names, codes of rules or dates as computers write them', () => {
    const texts = (value: unknown): string[] => typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
    for (const { id, notes = [], goals } of seeded) {
      const said = [...texts(notes.map(note => note.text)), ...goals.flatMap(goal => texts([goal.summary, (goal.objectives ?? []).map(one => one.text), (goal.initiatives ?? []).map(one => one.summary)]))]
      for (const text of said) expect([id, text, /\d{4}-\d{2}-\d{2}|\b20\d\d-(?:0\d|1[0-2]|\d)\b(?!\d)|\b[gl]te? 0|\w_\w|\b(?:ongoing|done|direction|monitor|assessment|irregular|targets?|week)\b|[a-z](?:By|On)\b/.test(text)]).toEqual([id, text, false])
    }
  })

  test('the front page has every kommune, its plan and the national goals', async () => {
    const said = textOf(await page('/?asOf=2023-06-30'))
    for (const name of ['Frederikssund Kommune', 'Hedensted Kommune', 'Holbæk Kommune', 'Hvidovre Kommune', 'Kalundborg Kommune', 'Status pr. 30. juni 2023', '2023, 5: Virksomhederne skal sikres']) expect(said).toContain(name)
    expect(await page('/?asOf=2023-06-30')).toContain('<a href="/reports/hvidovre-2023?asOf&#61;2023-06-30">')
  })

  test('a picture of a target to embed: a chart, and a badge', async () => {
    for (const url of ['/charts/frederikssund-2024.3a.svg', '/charts/frederikssund-2024.2b.svg?part=2', '/charts/holbaek-2023.1b.svg?lang=en', '/badges/frederikssund-2024.3a.svg']) {
      const answer = await ask(url)
      expect([url, answer.statusCode, answer.headers['content-type'], answer.headers['cross-origin-resource-policy']]).toEqual([url, 200, 'image/svg+xml; charset=utf-8', 'cross-origin'])
      expect(answer.body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*<\/svg>$/)
      expect(answer.body).not.toMatch(/style|<script/)
    }
    expect((await ask('/badges/frederikssund-2024.3a.svg')).body).toContain('<title>3a: Afventer data</title>')
    expect((await ask('/badges/frederikssund-2024.3a.svg?asOf=2023-12-31&lang=en')).body).toContain('<title>3a: Not started</title>')
    for (const url of ['/charts/frederikssund-2024.2b.svg?part=3', '/charts/kalundborg-2018-2021.1a.svg', '/charts/nix.svg', '/badges/nix.svg']) expect([url, (await ask(url)).statusCode]).toEqual([url, 404])
  })

  test('the statements do not grow with the targets', async () => {
    const count = async (url: string): Promise<number> => {
      await forget(t.services)
      const before = t.countReads()
      await page(url)
      return t.countReads() - before
    }
    await page('/')
    const small = seeded.find(plan => plan.id === 'hedensted-2021') as PlanDocument
    const goals = small.goals.flatMap(goal => [goal, { ...goal, code: `${goal.code}x`, objectives: [], initiatives: [], targets: (goal.targets ?? []).map(one => ({ ...one, code: `${one.code}x` })) }])
    await t.services.plans.putDocument(ADMIN, 'doubled', { ...small, id: 'doubled', goals })
    const statements = await count('/reports/hedensted-2021')
    expect([await count('/reports/doubled'), statements < 14]).toEqual([statements, true])
    expect(await count('/')).toBeLessThanOrEqual(12)
  })

  test('no page has a script, a style of its own or anything from elsewhere', async () => {
    for (const url of ['/', '/kommuner/0250', '/kommuner/0101', '/reports/frederikssund-2024', '/reports/hedensted-2021?lang=en']) {
      const answer = await ask(url)
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
      expect(answer.body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/)
      expect(answer.body.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/(?:href|src|action)="(?!\/|#)/)
    }
    const [, style = ''] = /href="(\/pages\/style\.\w+\.css)"/.exec(await page('/')) ?? []
    const answer = await ask(style)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })
})

describe('a report', () => {
  afterEach(async () => { await t.close() })
  beforeEach(async () => {
    t = await openTestApp({ now: '2024-07-10T10:00:00.000Z' })
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ publicationLagDays: 30, source: 'Jobindsats' }))
    await put(planBody())
    await record([{ indicator: 'ledighed', area: '0250', period: '2023-12', value: 5 }, { indicator: 'ledighed', area: '0250', period: '2024-02', value: 4.8 }])
  })

  test('writes figures and dates in the language that is asked for, or else preferred', async () => {
    const danish = textOf(await page('/reports/p'))
    expect(danish).toContain('Seneste tal4,8 pct. (februar 2024)')
    expect(danish).toContain('mangler 1,8 procentpoint')
    expect(danish).toContain('Fra 95 pct. er det på rette vej, fra 60 pct. i risiko, derunder ikke på rette vej.')
    expect(danish).toContain('Status pr. 10. juli 2024, efter det, der var indberettet 10. juli 2024 kl. 12.00; planens version 1. Vedtaget.')
    const english = textOf(await page('/reports/p?lang=en'))
    expect(english).toContain('Latest figure4.8 per cent (February 2024)')
    expect(english).toContain('Status as of 10 July 2024, by what had been posted at 10 July 2024 at 12:00; version 1 of the plan. Adopted.')
    const languageFor = async (accepted: string) => /<html lang="(\w+)">/.exec(await page('/reports/p', { 'accept-language': accepted }))?.[1]
    expect([await languageFor('en-GB,en;q=0.9'), await languageFor('de'), await languageFor('en;q=0.5, da;q=0.9'), await languageFor(';;=x')]).toEqual(['en', 'da', 'da', 'da'])
    expect((await ask('/reports/p')).headers.vary).toBe('accept-language, authorization, accept-encoding')
    expect(await page('/reports/p?lang=en')).toContain('<span lang="da">Højst 3 pct.</span>')
  })

  test('marks what has changed since the last one', async () => {
    expect(textOf(await page('/reports/p?since=2024-06-01'))).toContain('Intet er ændret siden 1. juni 2024.')
    await record([{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 2.9 }])
    await t.services.comments.record(ADMIN, 'p.1a', { on: '2024-07-01', text: 'Det går bedre.', author: 'Chefen' })
    const said = textOf(await page('/reports/p'))
    expect(said).toContain('1a Højst 3 pct.: I risiko → På rette vej; Nyt tal siden 10. april 2024; Ny bemærkning siden 10. april 2024')
    expect(said).toContain('Ændret: var »I risiko« 10. april 2024')
    expect(said).toContain('Det går bedre.Chefen, 1. juli 2024 Ny')
  })

  test('explains its words by what is judged: figures, deliverables and people', async () => {
    const window = { start: '2024-01-01', deadline: '2024-12-31' }
    await put(planBody({
      goals: [{
        code: '1',
        kind: 'local',
        title: 'Et mål',
        targets: [
          { code: '1a', title: 'Vurderet', window, rule: { kind: 'assessment' } },
          { code: '1b', title: 'Leveret', window, rule: { kind: 'milestone', deliverables: [{ code: 'D1', title: 'En ting', due: '2024-03-31' }] } },
          { code: '1c', title: 'Fulgt', indicator: 'ledighed', window, rule: { kind: 'monitor' } }
        ]
      }]
    }), 1)
    await t.services.followUps.recordAssessment(ADMIN, 'p.1a', { on: '2024-05-01', status: 'at_risk' })
    const said = textOf(await page('/reports/p'))
    expect(said).toContain('I risikoen leverance har overskredet sin egen frist; vurderet sådan')
    expect(said).toContain('1b Leveret I risiko: leverancen er ikke registreret som gennemført; den har overskredet sin egen frist.')
    expect(said).toContain('D1 En ting: ikke registreret som gennemført, frist 31. marts 2024, fristen er overskredet')
    expect(said).not.toMatch(/Tempoet|Ved indsatserne|Opfyldt/)
  })

  test('tells many targets that changed alike by their codes', async () => {
    await put(planBody({ goals: [{ code: '1', kind: 'local', title: 'Et mål', targets: ['1a', '1b', '1c', '1d'].map(code => ({ code, title: `Højst 3 pct. (${code})`, indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 3 } })) }] }), 1)
    await record([{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 2.9 }])
    expect(textOf(await page('/reports/p'))).toContain('I risiko → På rette vej; Nyt tal siden 10. april 2024: 1a, 1b, 1c, 1d')
  })

  test('shows initiatives under the one that their group is named after, and what the plan stands under', async () => {
    await t.services.plans.putDocument(ADMIN, 'strategi-2022', planBody({ id: 'strategi-2022' }))
    const initiatives = [['1.I1', 'Samtaler', null], ['1.I2', 'Oftere', 'Samtaler'], ['1.I3', 'Ungeguide', 'Unge']].map(([code, title, group]) => ({ code, title, group, location: 'Kapitel 1, afsnit 2' }))
    await put(planBody({ umbrella: 'strategi-2022', goals: [{ code: '1', kind: 'local', title: 'Et mål', initiatives, location: 'Kapitel 1', targets: [] }] }), 1)
    const html = await page('/reports/p')
    const of = (code: string, title: string, place: string): string => `<span class="code">${code}</span> <strong>${title}</strong> <span class="note">Planlagt</span> <span class="fine">(${place})</span>`
    expect(html).toContain(`<li>${of('1.I1', 'Samtaler', 'Kapitel 1, afsnit 2')}<ul><li>${of('1.I2', 'Oftere', 'afsnit 2')}</li></ul></li><li><em>Unge</em><ul><li>${of('1.I3', 'Ungeguide', 'afsnit 2')}</li></ul></li>`)
    expect(textOf(html)).toContain('Hører under strategi-2022')
    expect(html).toContain('<a href="/reports/strategi-2022">')
    expect(textOf(html)).toContain('Ved indsatserne står, hvad planen siger om dem')
  })

  test.each([
    ['P1Y', 'mindst en gang om året', 'at least once a year'],
    ['P1Y6M', 'med højst 1 år og 6 måneder imellem', 'with at most 1 year and 6 months in between'],
    ['P2W', 'med højst 2 uger imellem', 'with at most 2 weeks in between'],
    ['P1M', 'med højst 1 måned imellem', 'with at most 1 month in between']
  ])('says how often a judgement is due: %s, %s', async (reviewEvery, danish, english) => {
    await put(planBody({ goals: [{ code: '1', kind: 'local', title: 'Et mål', targets: [{ code: '1a', title: 'Godt', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment', reviewEvery } }] }] }), 1)
    expect(textOf(await page('/reports/p'))).toContain(`Vurderes ${danish}`)
    expect(textOf(await page('/reports/p?lang=en'))).toContain(`Judged ${english}`)
  })

  test('its permanent link shows exactly the same for ever', async () => {
    const before = await page('/reports/p')
    const [, link = ''] = /class="address" href="([^"]+)"/.exec(before.replaceAll('&#61;', '=').replaceAll('&#38;', '&')) ?? []
    expect(link).toBe('/reports/p?asOf=2024-07-10&knownAt=2024-07-10T10%3A00%3A00.000Z&version=1&since=2024-04-10&lang=da')
    const kept = await page(link)
    t.clock.now = '2025-03-01T10:00:00.000Z'
    await put(planBody({ title: 'En anden plan' }), 1)
    await record([{ indicator: 'ledighed', area: '0250', period: '2024-02', value: 1 }, { indicator: 'ledighed', area: '0250', period: '2024-12', value: 2 }])
    await t.services.comments.record(ADMIN, 'p.1a', { on: '2024-06-01', text: 'Set i bakspejlet', author: 'Chefen' })
    expect(await page(link)).toBe(kept)
    expect(textOf(await page('/reports/p?asOf=2024-07-10'))).toContain('En anden plan')
    expect(textOf(await page('/reports/p?asOf=2024-07-10'))).toContain('Set i bakspejlet')
    // Without a version it is the one that was known then.
    expect(textOf(await page('/reports/p?knownAt=2024-07-10T10:00:00Z'))).toContain('Opfølgning: En plan')
    expect((await ask('/reports/p?knownAt=2024-07-10T09:59:59Z')).statusCode).toBe(404)
  })

  test('is known by its version: a current copy is answered 304, one in another language is not', async () => {
    const { etag = '' } = (await ask('/reports/p')).headers
    t.clock.now = '2024-07-10T11:00:00.000Z'
    expect((await ask('/reports/p', { 'if-none-match': String(etag) })).statusCode).toBe(304)
    expect((await ask('/reports/p', { 'if-none-match': String(etag), 'accept-language': 'en' })).statusCode).toBe(200)
    await record([{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 2.9 }])
    expect((await ask('/reports/p', { 'if-none-match': String(etag) })).statusCode).toBe(200)
    expect((await t.app.inject({ method: 'HEAD', url: '/reports/p' })).statusCode).toBe(200)
  })

  test('of a draft is for those who may read drafts', async () => {
    await put(planBody({ status: 'withdrawn' }), 1)
    expect(textOf(await page('/reports/p'))).toContain('Trukket tilbage.')
    await t.services.plans.putDocument(ADMIN, 'q', planBody({ id: 'q', status: 'draft', title: 'Hemmelig' }))
    const refused = await ask('/reports/q')
    expect([refused.statusCode, refused.body.includes('Hemmelig')]).toEqual([404, false])
    expect(textOf(await page('/reports/q', asAdmin))).toContain('Hemmelig')
    expect((await ask('/reports/q', asAdmin)).headers['cache-control']).toBe('private, no-cache')
    for (const url of ['/', '/kommuner/0250']) expect(await page(url)).not.toContain('Hemmelig')
    expect((await ask('/charts/q.1a.svg')).statusCode).toBe(404)
    expect((await ask('/badges/q.1a.svg')).statusCode).toBe(404)
  })

  test('takes hostile texts as texts', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>\' {{7*7}} </title></svg> ]]>'
    await t.services.indicators.put(ADMIN, 'ond', indicatorBody({ name: { da: hostile, en: hostile }, definition: hostile, source: hostile, segments: [{ code: 'unge', name: { da: hostile, en: hostile } }] }))
    const thing = { location: hostile }
    await put(planBody({
      title: hostile,
      adoptedBy: hostile,
      sources: [{ title: hostile, ...thing }],
      notes: [{ kind: 'context', text: hostile, ...thing }],
      relations: [{ kind: 'continues', title: hostile, plan: null, ...thing }],
      commitments: [{ code: 'C1', text: hostile, quantity: 1, unit: hostile.slice(0, 60), due: '2024-03-01' }],
      swot: { strengths: [{ text: hostile }], weaknesses: [], opportunities: [], threats: [] },
      goals: [{
        code: '1',
        kind: 'local',
        title: hostile,
        summary: hostile,
        objectives: [{ code: '1.O1', text: hostile }],
        initiatives: [{ code: '1.I1', title: hostile, summary: hostile, status: 'done' }],
        targets: [
          { code: '1a', title: hostile, indicator: 'ond', segment: 'unge', population: hostile, followUp: hostile, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 3 } },
          { code: '1b', title: hostile, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'milestone', deliverables: [{ code: 'D1', title: hostile }] } },
          { code: '1c', title: hostile, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment' } }
        ]
      }]
    }), 1)
    await record([1, 2, 3].map(month => ({ indicator: 'ond', area: '0250', segment: 'unge', period: `2024-0${month}`, value: month, source: hostile })))
    await t.services.comments.record(ADMIN, 'p.1a', { on: '2024-07-01', text: hostile, author: hostile })
    await t.services.followUps.recordDeliverable(ADMIN, 'p.1b', 'D1', { doneOn: '2024-05-01', evidence: hostile })
    await t.services.followUps.recordAssessment(ADMIN, 'p.1c', { on: '2024-05-01', status: 'on_track', note: hostile, evidence: hostile })
    for (const url of ['/reports/p', '/reports/p?lang=en', '/', '/kommuner/0250', '/charts/p.1a.svg', '/badges/p.1a.svg', `/reports/p?${new URLSearchParams({ asOf: hostile }).toString()}`, `/${encodeURIComponent(hostile)}`]) {
      const { body, statusCode } = await ask(url)
      expect([url, statusCode < 500]).toEqual([url, true])
      expect(body).not.toMatch(/<script|<img|onerror=|<\/title><\/svg>/)
    }
    expect(textOf(await page('/reports/p')).split(hostile).length).toBeGreaterThan(25)
  })
})

test('places in a list are told as far as they differ from the one before', () => {
  expect(placesInTurn(['A, x, pkt. 1', 'A, x, pkt. 2', null, 'A, x, pkt. 2', 'A, y', 'A, y, pkt. 1', 'A; B, z', 'A, y', 'B, y', 'B', 'B'])).toEqual(['A, x, pkt. 1', 'pkt. 2', null, 'pkt. 2', 'A, y', 'y, pkt. 1', 'A; B, z', 'A, y', 'B, y', 'B', 'B'])
  expect(placesInTurn([])).toEqual([])
})

describe('a page that cannot be shown', () => {
  beforeAll(async () => { t = await openTestApp({ seed: true, now: '2026-11-23T12:00:00Z' }) })
  afterAll(async () => { await t.close() })

  test.each([
    ['/reports/nix', 404, 'Siden findes ikke'],
    ['/reports/nix?lang=en', 404, 'There is no such page'],
    ['/kommuner/9999', 404, 'Siden findes ikke'],
    ['/kommuner/DK', 404, 'Siden findes ikke'],
    ['/reports/hvidovre-2023?version=7', 404, 'Siden findes ikke'],
    ['/reports/hvidovre-2023?asOf=i+morgen', 400, 'asOf: Værdien kan ikke bruges'],
    ['/reports/hvidovre-2023?knownAt=2024', 400, 'knownAt: Teksten er ikke skrevet'],
    ['/reports/hvidovre-2023?asOf=2023-01-01&since=2023-02-01', 400, 'since: Værdien kan ikke bruges'],
    ['/reports/hvidovre-2023?farve=blaa', 400, 'farve: Parameteren findes ikke her'],
    ['/reports/hvidovre-2023?farve=blaa&lang=en', 400, 'farve: is not a parameter of this path'],
    ['/?lang=tysk', 400, 'lang: Værdien kan ikke bruges'],
    ['/?asOf=2024-01-01&asOf=2024-01-02', 400, 'asOf: Værdien er af en forkert type'],
    ['/charts/frederikssund-2024.3a.svg?part=0', 400, 'part: Teksten er ikke skrevet']
  ])('%s is answered %d: %s', async (url, status, text) => {
    const answer = await ask(url)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(textOf(answer.body)).toContain(text)
    expect(answer.body).toMatch(/<a href="\/(?:\?lang&#61;en)?">(?:Gå til forsiden|Go to the front page)/)
  })

  test('a shortened address leads to the list of all', async () => {
    for (const url of ['/reports', '/kommuner/']) expect([url, (await ask(url)).headers.location]).toEqual([url, '/'])
    expect((await ask('/reports?lang=en')).headers.location).toBe('/?lang=en')
  })

  test('days at both ends of the calendar are only odd', async () => {
    for (const query of ['asOf=0000-01-01', 'asOf=9999-12-31', 'asOf=9999-12-31&since=0000-01-01', 'knownAt=9999-12-31T23:59:59Z']) expect([query, (await ask(`/reports/hedensted-2021?${query}`)).statusCode]).toEqual([query, 200])
  })

  test('what a form leaves empty is as good as absent', async () => {
    expect((await ask('/reports/hvidovre-2023?asOf=&since=&knownAt=')).statusCode).toBe(200)
  })

  test('a page is only read', async () => {
    const answer = await t.app.inject({ method: 'POST', url: '/', payload: '' })
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('a kommune without plans says so', async () => {
    expect(textOf(await page('/kommuner/0101'))).toContain('Kommunen har ingen planer her endnu.')
    expect(textOf(await page('/kommuner/101'))).toContain('Planer for Københavns Kommune')
    expect(textOf(await page('/kommuner/0400'))).toContain('Planer for Bornholms Regionskommune')
  })
})
