import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// The plan text is not part of the project: the checks against it run where it lies beside the project.
const source = new URL('../../../shared/seeds/hedensted-2021.txt', import.meta.url)
const hasSource = existsSync(source)

type Baseline = { period?: string, value?: number, on?: string, lag?: string }
type Rule = { kind: string, direction?: string, value?: number, comparator?: string, aggregate?: string, indicator?: string, segment?: string, baseline?: Baseline, reviewEvery?: string, rules?: Rule[] }
type Located = { location: string }
type Target = Located & { code: string, title: string, indicator?: string, population: string | null, followUp: string | null, window: { start: string, deadline: string }, rule: Rule }
type Goal = Located & {
  code: string,
  kind: string,
  title: string,
  summary: string | null,
  nationalGoals: string[],
  targets: Target[]
  objectives: (Located & { code: string, text: string })[]
  initiatives: (Located & { code: string, title: string, summary: string, group: string | null, status: string })[]
}
type Commitment = Located & { code: string, text: string, quantity: number, unit: string, per: string | null, due: string | null }
type Plan = {
  id: string,
  kommune: string,
  title: string,
  kind: string,
  period: object,
  status: string,
  adoptedBy: string,
  adoptedOn: null,
  mandatedByLaw: boolean
  goals: Goal[],
  commitments: Commitment[],
  swot: Record<string, unknown[]>,
  sources: (Located & { title: string })[]
  relations: (Located & { kind: string, title: string })[],
  notes: (Located & { kind: string, text: string })[]
}
type Measurement = { indicator: string, area: string, period: string, value: number, segment?: string, source: string, note?: string }
type Indicator = { id: string, name: { da: string, en: string }, definition: string, unit: string, polarity: string, frequency: string, segments: { code: string }[] }

const seed = (path: string) => new URL(`../../db/seed/${path}.json`, import.meta.url)
const read = <T>(path: string) => JSON.parse(readFileSync(seed(path), 'utf8')) as T
const plan = read<Plan>('plans/hedensted-2021')
const { measurements } = read<{ measurements: Measurement[] }>('measurements/hedensted-2021')
const goals = new Map(plan.goals.map(g => [g.code, g]))
const targets = plan.goals.flatMap(g => g.targets)
const target = (code: string) => targets.find(t => t.code === code)
const all = <T>(pick: (g: Goal) => T[]) => plan.goals.flatMap(pick)
const leaves = (rule: Rule): Rule[] => rule.rules ? rule.rules.flatMap(leaves) : [rule]

const k1 = 'Kapitel 1, '
const b = 'Kapitel 3, Borgerrettet indsats'
const v = 'Kapitel 3, Virksomhedsrettet indsats'
const now = `${k1}Beskæftigelsessituationen i Hedensted lige nu`
const local = 'Kapitel 2, Lokale strategiske mål for Jobcentret'
const stairs = `${b}, Inklusion på arbejdsmarkedet – Beskæftigelsestrappen`
const sick = `${b}, Indsats vedrørende sygefravær`
const project = 'Investeringsprojekt maj 2019 – april 2021 for jobafklaringsforløb'
const young = `${b}, Indsats for unge`
const training = `${b}, Uddannelse og omskoling`
const arrivals = `${b}, Integrationsindsats`
const firms = `${v}, Samarbejdet med virksomhederne`
const care = `${v}, Social ansvarlighed i virksomhederne (Code of Care)`

// The headings as printed in the body, each with its place.
const headings: [string, string][] = [
  ['Kapitel 1. Baggrund for Beskæftigelsesplanen 2021', 'Kapitel 1'],
  ...['Om Beskæftigelsesplanen for 2021', 'Beskæftigelsessituationen i Hedensted lige nu', 'Beskæftigelsessituationen på landsplan', 'Kerneopgaven Beskæftigelse',
    'Den gode borgerkontakt på Jobcentret'].map((h): [string, string] => [h, k1 + h]),
  ['Kapitel 2: Beskæftigelsesministerens mål for 2021', 'Kapitel 2'],
  ['Om de fem ministermål', 'Kapitel 2, Om de fem ministermål'],
  ['Lokale strategiske mål for Jobcentret', local],
  ['Kapitel 3: Strategier for beskæftigelsesindsatsen', 'Kapitel 3'],
  ['Borgerrettet indsats', b],
  ...['Aktiveringsindsats', 'Aktiveringsprincipper – Job First', 'Uddannelse og omskoling'].map((h): [string, string] => [h, `${b}, ${h}`]),
  ['Inklusion på arbejdsmarkedet – Beskæftigelsestrappen:', stairs],
  ['Fokus på at prioritere indholdet i jobsamtaler', `${stairs}, Fokus på at prioritere indholdet i jobsamtaler`],
  ['Indsats vedrørende sygefravær', sick],
  [project, `${sick}, ${project}`],
  ['Indsats for unge', young],
  ...['Regler for unge under 30 år', 'Uddannelsesplan til alle unge under 25 år', 'Ungeenheden', 'Udvikling mod uddannelse',
    'Kombinerede job- og uddannelsesplaner'].map((h): [string, string] => [h, `${young}, ${h}`]),
  ...['Integrationsindsats', 'Samarbejdspartnere', 'Rekrutteringsindsats'].map((h): [string, string] => [h, `${b}, ${h}`]),
  ['Virksomhedsrettet indsats', v],
  ['Samarbejdet med virksomhederne', firms],
  ['Social ansvarlighed i virksomhederne (Code of Care)', care],
  ['Kapitel 4: - Budget for beskæftigelsesindsatsen', 'Kapitel 4'],
  ['Bilag:', 'Bilag']
]

// What each paragraph (a) and list item (p) of the text became. The places are checked against the text; how many items one holds is the author's reading, pinned here:
// G goal, O objective, I initiative, T target, C commitment, M measurement, R relation, N context note, D discrepancy note only.
const ledger: Record<string, string> = {
  [`${k1}Om Beskæftigelsesplanen for 2021`]: 'a1:N1 a2:O1 a3:O1I1 p1:N1 p2:D',
  [now]: 'a1:N1 a2:M5 a3:M1 a4:N1 a5:N1 a6:O2I2R1 a7:I1 a8:I2 a9:O1 a10:O1I1 a11:M2 a12:N1 a13:M2',
  [`${k1}Beskæftigelsessituationen på landsplan`]: 'p1:N1 p2:N1 p3:N1 p4:N1',
  [`${k1}Kerneopgaven Beskæftigelse`]: 'a1:N1 a2:R1N1 a3:O1 a4:O1 a5:O2 a6:O1 a7:O2 a8:O1',
  [`${k1}Den gode borgerkontakt på Jobcentret`]: 'a1:O1 a2:O1 p1:O1 p2:O1 p3:O1 p4:O1 a3:O1I1',
  'Kapitel 2': 'a1:N1 a2:N1 p1:G1 p2:G1 p3:G1 p4:G1 p5:G1',
  'Kapitel 2, Om de fem ministermål': 'a1:N1',
  [local]: 'a1:D p1:T1 p2:T1 p3:T1 p4:T1 p5:T1 p6:T1 p7:T1 p8:T1 p9:T1 p10:T1',
  'Kapitel 3': 'a1:O1N1 a2:N1 p1:O1 p2:O1',
  [b]: 'a1:O1 p1:O1 p2:O1 p3:O1 p4:O1',
  [`${b}, Aktiveringsindsats`]: 'a1:O3I1',
  [`${b}, Aktiveringsprincipper – Job First`]: 'a1:O1I3',
  [training]: 'a1:O1I1 a2:O1I3 a3:O2I4C1 a4:O2I1T1',
  [`${stairs}, Fokus på at prioritere indholdet i jobsamtaler`]: 'a1:O1I3',
  [sick]: 'a1:O3I1 a2:O1I2 a3:O1I1 a4:I3 a5:I1 a6:O1R1N1 a7:O1I1',
  [`${sick}, ${project}`]: 'a1:O1I2T1C1 a2:I1 a3:I1 p1:I1 p2:I1 p3:I1 p4:I1 p5:I1 a4:I1 a5:O1',
  [young]: 'a1:I1 a2:I1 a3:I1',
  [`${young}, Regler for unge under 30 år`]: 'a1:O1I1',
  [`${young}, Uddannelsesplan til alle unge under 25 år`]: 'a1:I1 a2:I2',
  [`${young}, Ungeenheden`]: 'a1:I1 a2:I1 a3:O2I1',
  [`${young}, Udvikling mod uddannelse`]: 'a1:O1I1',
  [`${young}, Kombinerede job- og uddannelsesplaner`]: 'a1:O1I1 a2:O1I1',
  [arrivals]: 'a1:O2I1 a2:O1 a3:I2C3 a4:O2I1 a5:O1I1 a6:O1I1',
  [`${b}, Samarbejdspartnere`]: 'a1:O1I2',
  [`${b}, Rekrutteringsindsats`]: 'a1:O1 a2:I1 a3:O1I1 a4:O1I1 a5:O1I1T1 a6:I1',
  [v]: 'a1:O2I1',
  [firms]: 'a1:I1N1 p1:O1 p2:O1 p3:O1 p4:O1 a2:O1 a3:I1 a4:I1 a5:O1 a6:I1 a7:O1I1 a8:I1C1 a9:O1I1 a10:O1I2 a11:I1',
  [care]: 'a1:O1I2M1 a2:O1I1T1 a3:I2',
  'Kapitel 4': 'a1:N1',
  Bilag: 'p1:R1 p2:R1 p3:R1 p4:R1'
}

// Names of initiatives in running text, as printed there: [place, names].
const named: [string, string[]][] = [
  [`${now}, afsnit 6`, ['opkvalificering', 'Voksenlærlingeordningen']],
  [`${now}, afsnit 8`, ['kortsigtet løsning', 'langsigtet løsning']],
  [`${now}, afsnit 10`, ['småjobs']],
  [`${b}, Aktiveringsprincipper – Job First, afsnit 1`, ['private virksomheder', 'virksomhedspraktik og løntilskud', 'Virksomhedskompensationen']],
  [`${training}, afsnit 2`, ['uddannelsesløft', 'uddannelse på dagpenge', 'voksenlærlinge']],
  [`${training}, afsnit 3`, ['kommunale aktiveringstilbud', 'stort socialt ansvar', 'småjobs', 'mindst seks timer pr. uge']],
  [`${stairs}, Fokus på at prioritere indholdet i jobsamtaler, afsnit 1`, ['fællessamtaler', 'CV', 'individuelt']],
  [`${sick}, afsnit 2`, ['arbejde med kompensation', 'førtidspension']],
  [`${sick}, afsnit 4`, ['Fastholdelsesteam 1', 'fast-track', 'fastholdelsesplan']],
  [`${sick}, afsnit 5`, ['Fastholdelsesteam 2']],
  [`${sick}, ${project}, afsnit 3`, ['informationsmøder for ny-sygemeldte']],
  [`${young}, afsnit 1`, ['Styregruppen for den samlede Ungeindsats']],
  [`${young}, afsnit 3`, ['Den Koordinerede Ungeindsats (KUI)']],
  [`${young}, Uddannelsesplan til alle unge under 25 år, afsnit 2`, ['screening', 'FGU-uddannelsen']],
  [`${young}, Kombinerede job- og uddannelsesplaner, afsnit 2`, ['Øget indsats for unge forsikrede ledige']],
  [`${arrivals}, afsnit 1`, ['løntilskud, praktikplads eller nyttejob']],
  [`${arrivals}, afsnit 3`, ['danskundervisning', '2 – 3 ordning']],
  [`${arrivals}, afsnit 6`, ['repatriering']],
  [`${b}, Samarbejdspartnere, afsnit 1`, ['samarbejdsaftaler med a-kasserne', 'samarbejds- og vidensudvekslingsmøder']],
  [`${b}, Rekrutteringsindsats, afsnit 5`, ['flere voksenlærlingeplasser']],
  [`${b}, Rekrutteringsindsats, afsnit 6`, ['individuel kompetencevurdering (IKV)']],
  [`${v}, afsnit 1`, ['rekrutteringsservice']],
  [`${firms}, afsnit 3`, ['Hedensted Erhverv']],
  [`${firms}, afsnit 4`, ['målrettede forløb for ledige']],
  [`${firms}, afsnit 6`, ['jobvejledning']],
  [`${firms}, afsnit 8`, ['Rekruttering']],
  [`${firms}, afsnit 9`, ['Efteruddannelse og opkvalificering']],
  [`${firms}, afsnit 10`, ['voksenlærlinge', 'rotationsforløb']],
  [`${firms}, afsnit 11`, ['dobbel kompetenceløft']],
  [`${care}, afsnit 1`, ['Code of Care', 'småjobs']],
  [`${care}, afsnit 3`, ['Mentorkurser', 'mentorer']]
]

type Unit = { location: string, text: string }
const place = (heading: string, short: string) => `${heading}, ${short.startsWith('a') ? 'afsnit' : 'pkt.'} ${short.slice(1)}`

/** Cuts the body into its paragraphs and list items; a line that begins in lower case after a page break goes on the paragraph before. */
function unitsOf (lines: string[]): Unit[] {
  const places = new Map(headings)
  const units: Unit[] = []
  let at = ''; let previous = ''; let paragraphs = 0; let items = 0
  for (const line of lines.slice(lines.indexOf(headings[0]![0])).map(l => l.trim())) {
    const item = /^(?:-|\d\.) (?!august)(.*)$/.exec(line)
    const heading = places.get(line)
    const last = units.at(-1)
    if (heading !== undefined) { at = heading; paragraphs = 0; items = 0 } else if (item) {
      units.push({ location: `${at}, pkt. ${++items}`, text: item[1]! })
    } else if (line && last && (/^\p{Ll}/u.test(line) || (previous && !places.has(previous)))) {
      last.text += ` ${line}`
    } else if (line) units.push({ location: `${at}, afsnit ${++paragraphs}`, text: line })
    previous = line
  }
  return units
}

const lines = hasSource ? readFileSync(source, 'utf8').split('\n') : []
const units = hasSource ? unitsOf(lines) : []
const unitAt = (location: string) => units.find(u => u.location === location)?.text ?? ''
const located = (at: string, rows: Located[]) => rows.filter(r => r.location.split('; ').includes(at)).length

function contents (at: string): string {
  const counts: [string, number][] = [
    ['G', located(at, plan.goals)], ['O', located(at, all(g => g.objectives))], ['I', located(at, all(g => g.initiatives))], ['T', located(at, targets)],
    ['C', located(at, plan.commitments)], ['M', measurements.filter(m => m.source === at).length], ['R', located(at, plan.relations)],
    ['N', located(at, plan.notes.filter(n => n.kind === 'context'))]
  ]
  return counts.filter(([, n]) => n > 0).map(([k, n]) => k + n).join('') || (located(at, plan.notes) ? 'D' : '')
}

test('every place of the ledger holds just what was read there', () => {
  for (const [heading, row] of Object.entries(ledger)) {
    expect(row.split(' ').map(e => e.split(':')[0]!).map(u => `${u}:${contents(place(heading, u))}`).join(' '), heading).toBe(row)
  }
})

test('every location is a place of the ledger or a heading', () => {
  const known = new Set([...Object.entries(ledger).flatMap(([h, row]) => row.split(' ').map(e => place(h, e.split(':')[0]!))), ...headings.map(h => h[1]),
    'Kapitel 1-4'])
  const rows: Located[] = [...plan.goals, ...all(g => [...g.objectives, ...g.initiatives, ...g.targets]), ...plan.commitments, ...plan.relations, ...plan.notes, ...plan.sources,
    ...measurements.map(m => ({ location: m.source }))]
  for (const row of rows) for (const at of row.location.split('; ')) expect(known, at).toContain(at)
})

test('codes are unique and follow their goal', () => {
  const codes = plan.goals.flatMap(g => [g.code, ...g.targets.map(t => t.code), ...g.objectives.map(o => o.code), ...g.initiatives.map(i => i.code)]).concat(plan.commitments.map(c => c.code))
  expect(new Set(codes).size).toBe(codes.length)
  for (const g of plan.goals) {
    expect(g.objectives.map(o => o.code)).toEqual(g.objectives.map((_, i) => `${g.code}.O${i + 1}`))
    expect(g.initiatives.map(o => o.code)).toEqual(g.initiatives.map((_, i) => `${g.code}.I${i + 1}`))
  }
  expect([goals.size, all(g => g.objectives).length, all(g => g.initiatives).length, targets.length, plan.commitments.length, measurements.length]).toEqual([11, 80, 85, 14, 6, 11])
})

describe.skipIf(!hasSource)('against the text', () => {
  test('every heading is there once, every paragraph and list item is in the ledger, and none more', () => {
    for (const [printed] of headings) expect(lines.slice(42).filter(l => l.trim() === printed), printed).toHaveLength(1)
    const read: Record<string, string[]> = {}
    for (const u of units) (read[u.location.replace(/, (afsnit|pkt\.) \d+$/, '')] ??= []).push(u.location.replace(/^.*, (a|p)(?:fsnit|kt\.) (\d+)$/, '$1$2'))
    expect(read).toEqual(Object.fromEntries(Object.entries(ledger).map(([h, row]) => [h, row.split(' ').map(e => e.split(':')[0])])))
  })

  test('titles are as printed', () => {
    const printed = new Map(headings.map(([h, at]) => [at, h]))
    const body = new Set(lines.map(l => l.trim().replace(/^Kapitel 3: /, '')))
    for (const g of plan.goals) expect(g.kind === 'ministerial' ? unitAt(g.location) : (printed.get(g.location) ?? '').replace(/^Kapitel 3: /, ''), g.code).toBe(g.title)
    expect(body).toContain(plan.title)
    for (let n = 1; n <= 5; n++) {
      const at = `${sick}, ${project}, pkt. ${n}`
      expect(all(g => g.initiatives).find(i => i.location === at)?.title).toBe(unitAt(at).replace(/\.$/, ''))
    }
    for (let n = 1; n <= 4; n++) {
      const printedTitle = unitAt(`Bilag, pkt. ${n}`).replace(/\.$/, '')
      expect(plan.relations.find(r => r.location === `Bilag, pkt. ${n}`)).toMatchObject({ kind: 'draws_on', title: printedTitle })
    }
    expect(plan.sources.map(one => one.title)).toEqual([plan.title])
    for (const title of ['Hedensted Kommunes vækstspor', 'Kerneopgavebeskrivelsen', 'Forsøgsprojekter (TTA, KVIS, BIP, Job First)']) {
      const relation = plan.relations.find(r => r.title === title)
      expect(unitAt(relation?.location ?? '').toLowerCase(), title).toContain(title.toLowerCase())
    }
  })

  test('each sub-heading of the two strategies is a group or an initiative', () => {
    const names = new Set(all(g => g.initiatives).flatMap(i => [i.group, i.title]))
    for (const [printed, at] of headings) if (/^Kapitel 3, .*, /.test(at) && at !== stairs) expect(names, printed).toContain(printed)
  })

  test.each(named)('%s names its initiatives as printed', (at, names) => {
    const own = all(g => g.initiatives).filter(i => i.location === at).map(i => i.title.toLowerCase())
    for (const name of names) {
      expect(unitAt(at).toLowerCase(), name).toContain(name.toLowerCase())
      expect(own.filter(t => t.includes(name.toLowerCase())), name).toHaveLength(1)
    }
  })

  // The initiatives that run already, with the words that say so: where they stand, unless another place is named.
  test('an initiative is ongoing where the text says that it runs already, and nowhere else', () => {
    const running: [codes: string, words: string, at?: string][] = [
      ['T.I7', 'Vi arbejder målrettet på'],
      ['B.I12', 'Vi aktiverer altid'],
      ['B.I13', 'følges tæt'],
      ['B.I20', 'er organiseret således'],
      ['B.I21 B.I22 B.I23', 'Fastholdelsesteam 1 arbejder med'],
      ['B.I24', 'Fastholdelsesteam 2 arbejder med'],
      ['B.I26 B.I27', 'I denne periode intensiveres'],
      ['B.I28', 'indgår i et tæt samarbejde'],
      ['B.I29', 'afholder informationsmøder'],
      ['B.I30 B.I31 B.I32 B.I33 B.I34', 'tilbud, som Jobcentret har til sygemeldte', `${sick}, ${project}, afsnit 3`],
      ['B.I38', 'Dette sker'],
      ['B.I43', 'således etableret en Ungeenhed'],
      ['B.I46', 'arbejdes der i Ungeenheden'],
      ['B.I53', 'øget i et forsøg'],
      ['B.I55 B.I56', 'har indgået samarbejdsaftaler'],
      ['B.I61', 'IKV bruges i Jobcenter Hedensted'],
      ['V.I11', 'taget initiativ til'],
      ['V.I12', 'etableret "Code of Care" Hedensted'],
      ['V.I13', 'arbejder vi meget med'],
      ['V.I15', 'med brug af mentorer'],
      ['V.I16', 'Der tilbydes kurser']
    ]
    const initiatives = new Map(all(g => g.initiatives).map(i => [i.code, i]))
    expect([...initiatives.values()].filter(i => i.status !== 'planned').map(i => `${i.code} ${i.status}`)).toEqual(running.flatMap(([codes]) => codes.split(' ')).map(code => `${code} ongoing`))
    for (const [codes, words, at] of running) for (const code of codes.split(' ')) expect(unitAt(at ?? initiatives.get(code)!.location), code).toContain(words)
  })

  test('what chapter 1 says to do stands under the common strategy, its heading kept as group', () => {
    const common = goals.get('T')!
    const heads = ['Om Beskæftigelsesplanen for 2021', 'Beskæftigelsessituationen i Hedensted lige nu']
    expect(common.initiatives.map(i => i.group)).toEqual([heads[0], ...Array(6).fill(heads[1])])
    for (const i of common.initiatives) expect(i.location.startsWith(`${k1}${i.group}, `), i.code).toBe(true)
    expect(common.objectives.map(o => heads.findIndex(h => o.location.startsWith(k1 + h)))).toEqual([0, 0, 1, 1, 1, 1, -1, -1, -1])
  })

  test('the list items say what the text says', () => {
    const words: [string, string[]][] = [
      [local, ['offentlig forsørgelse', 'virksomhedsrettede forløb', 'arbejde', 'passive', 'langtids', 'i job', 'ydelsesforløb', 'få', 'jobrettet', 'tværfaglig']],
      [`${k1}Den gode borgerkontakt på Jobcentret`, ['ramme', 'tidlig', 'kommunikation', 'forløbet']],
      [`${k1}Beskæftigelsessituationen på landsplan`, ['ældre', 'arbejdspladser', 'beskæftigelsen', '18-35']],
      [b, ['kan selv, skal selv', 'aktivering', 'boglige og faglige', 'virksomhedsrettet']],
      ['Kapitel 3', ['den tidlige indsats', 'den sammenhængende tværfaglige indsats']],
      [firms, ['tilgængelig', 'tydelig', 'troværdig', 'vejleder bredt']]
    ]
    for (const [heading, list] of words) {
      list.forEach((word, i) => {
        const at = `${heading}, pkt. ${i + 1}`
        const text = [...targets.map(t => ({ location: t.location, text: t.title })), ...all(g => g.objectives), ...plan.notes.filter(n => n.kind === 'context')]
          .filter(r => r.location.split('; ').includes(at)).map(r => r.text).join(' ').toLowerCase()
        expect(text, at).toContain(word)
        expect(unitAt(at).toLowerCase().replace('jobrettede', 'jobrettet'), at).toContain(word)
      })
      expect(unitAt(`${heading}, pkt. ${list.length + 1}`)).toBe('')
    }
  })

  // Numbers that are no figure of the plan, by pattern, each with its reason.
  const neither: [RegExp, string][] = [
    [/\*\*side (3|6|8|16)\*\*/g, 'page numbers of the table of contents'],
    [/^Kapitel [1-4][.:]/g, 'chapter numbers'],
    [/31\. december 2020|29\.8\.2020/g, 'dates: approval (a note) and the end of wage compensation (a note)'],
    [/3\. august 2020/g, 'the day of an observation, checked as its period'],
    [/^[1-5]\. (?!august)/g, 'numbers of list items'],
    [/bilag [1-4](?=\))/g, 'references to annexes'],
    [/COVID19/g, 'a name'],
    [/Fastholdelsesteam [12](?= arbejder)/g, 'names of teams'],
    [/(?:over og )?under 30(?: år|-årige)|under 25 år|13 – 30-årige|mellem 15 og 30 år|15 års alderen|18-35 årige/g, 'ages of the target groups'],
    [/(?<!\d)20(?:14|19|20|21)(?!\d)/g, 'years; those of observations and windows are checked below'],
    [/2 årig periode/g, 'the length of the project, checked against the window of B2'],
    [/ministerens fem mål|De fem beskæftigelsespolitiske mål|de fem ministermål/gi, 'count of the ministerial goals, checked below'],
    [/to overordnede strategier|to spor/g, 'counts of strategies and tracks, checked below'],
    [/fem Kerneområder|fire Kerneopgaver/g, 'the organisation (a context note)']
  ]
  const spelled: Record<string, number> = { to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, tyve: 20, tredive: 30, hundrede: 100, tusind: 1000, halvdelen: 50 }
  const token = new RegExp(`(?<![\\p{L}\\d])(?:${Object.keys(spelled).join('|')})(?!\\p{L})|\\d+(?:[.,]\\d+)*`, 'giu')
  const numberOf = (printed: string) => spelled[printed.toLowerCase()] ?? Number(printed.replace(',', '.'))
  const numbersIn = (text: string) => (neither.reduce((rest, [pattern]) => rest.replace(pattern, ' '), text).match(token) ?? []).map(numberOf)
  const facts = [...measurements.map(m => ({ at: m.source, value: m.value })), ...plan.commitments.map(c => ({ at: c.location, value: c.quantity })),
    ...targets.flatMap(t => leaves(t.rule).flatMap(r => r.value === undefined ? [] : [{ at: t.location, value: r.value }]))]

  test('every number of the text is a value at its own place, or of a class that is none', () => {
    const repeated = [{ at: `${now}, afsnit 3`, value: 3.9 }] // printed again; the observation stands under afsnit 2
    for (const u of units) {
      const here = [...facts, ...repeated].filter(f => f.at === u.location).map(f => f.value)
      for (const n of numbersIn(u.text)) expect(here, `${u.location}: ${n}`).toContain(n)
    }
    const outside = [...lines.slice(0, lines.indexOf(headings[0]![0])).map(l => l.trim()), ...headings.map(h => h[0])]
    expect(outside.flatMap(numbersIn)).toEqual([])
  })

  test('every value of the document is printed at its place', () => {
    for (const f of facts) expect(numbersIn(unitAt(f.at)), `${f.at}: ${f.value}`).toContain(f.value)
  })

  test('every class of exempt numbers is met in the text', () => {
    for (const [pattern, why] of neither) expect(lines.some(l => l.trim().match(pattern)), why).toBe(true)
    expect([...new Set(lines.join(' ').match(/(?<!\d)20\d\d(?!\d)/g))].sort()).toEqual(['2014', '2019', '2020', '2021'])
  })

  test('sentences are not copied', () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
    const runs = (words: string[]) => words.slice(0, -6).map((_, i) => words.slice(i, i + 7).join(' '))
    const printed = new Set(runs(wordsOf(units.map(u => u.text).join(' '))))
    const own = [...all(g => [g.summary ?? '', ...g.objectives.map(o => o.text), ...g.initiatives.map(i => i.summary), ...g.targets.map(t => t.title)]),
      ...plan.commitments.map(c => c.text), ...plan.notes.map(n => n.text)]
    expect(own.flatMap(t => runs(wordsOf(t))).filter(r => printed.has(r))).toEqual([])
  })
})

describe('indicators', () => {
  const periods: Record<string, RegExp> = { year: /^\d{4}$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, irregular: /^\d{4}(-\d\d(-\d\d)?)?$/ }
  const used = [...targets.flatMap(t => [{ indicator: t.indicator, segment: undefined, period: undefined }, ...leaves(t.rule).map(r => ({ indicator: r.indicator ?? t.indicator, segment: r.segment, period: r.baseline?.period }))]),
    ...measurements.map(m => ({ indicator: m.indicator, segment: m.segment, period: m.period }))]

  test('each has a file, a fitting period and declared segments', () => {
    for (const { indicator: id, segment, period } of used) {
      if (!id) continue
      expect(existsSync(seed(`indicators/${id}`)), id).toBe(true)
      const indicator = read<Indicator>(`indicators/${id}`)
      expect(indicator.id).toBe(id)
      if (period) expect(period, id).toMatch(periods[indicator.frequency]!)
      if (segment) expect(indicator.segments.map(s => s.code), id).toContain(segment)
    }
    expect(new Set(used.flatMap(u => u.indicator ?? [])).size).toBe(19)
  })

  test('every numeric or monitor rule has one', () => {
    for (const t of targets) for (const r of leaves(t.rule)) expect(Boolean(r.indicator ?? t.indicator), t.code).toBe(r.kind !== 'assessment')
  })

  test.each([
    ['ledighed-pct-oplyst', 'percent', 'irregular'], ['ledige-fuldtidspersoner-oplyst', 'fulltime_persons', 'month'], ['ledige-fuldtidspersoner-aendring-aar-pct', 'percent', 'month'],
    ['forsikrede-ledige-unge-antal', 'persons', 'irregular'], ['unge-andel-nyledige-pct', 'percent', 'irregular'], ['code-of-care-virksomheder-antal', 'count', 'irregular'],
    ['ydelsesforloeb-varighed-gns-uger', 'weeks', 'month'], ['sagsbehandlerskift-pr-borger', 'ratio', 'year'], ['personer-med-handicap-kommet-i-job-antal', 'persons', 'year']
  ])('%s is in %s by %s', (id, unit, frequency) => {
    expect(read<Indicator>(`indicators/${id}`)).toMatchObject({ unit, frequency })
  })
})

describe('the values a careful reader looks up', () => {
  test('the plan', () => {
    expect(plan).toMatchObject({
      id: 'hedensted-2021',
      kommune: '0766',
      title: 'Beskæftigelsesplan 2021',
      kind: 'annual_plan',
      period: { from: '2021-01-01', to: '2021-12-31' },
      status: 'adopted',
      adoptedBy: 'Byrådet',
      adoptedOn: null,
      mandatedByLaw: true,
      swot: { strengths: [], weaknesses: [], opportunities: [], threats: [] }
    })
    expect(plan.goals.map(g => `${g.code} ${g.kind}`)).toEqual(['K ambition', 'G focus_area', 'M1 ministerial', 'M2 ministerial', 'M3 ministerial', 'M4 ministerial',
      'M5 ministerial', 'S local', 'T strategy', 'B strategy', 'V strategy'])
    for (const g of plan.goals) expect(g.nationalGoals, g.code).toEqual(g.kind === 'ministerial' ? [`2021-${g.code.slice(1)}`] : [])
    expect(goals.get('T')?.objectives.filter(o => o.text.startsWith('Spor '))).toHaveLength(2)
  })

  test('the observations', () => {
    expect(measurements.map(m => [m.indicator, m.area, m.period, m.value])).toEqual([
      ['ledighed-pct-oplyst', '0766', '2014-01', 4.2],
      ['ledighed-pct-oplyst', '0766', '2019-05', 2.1],
      ['ledighed-pct-oplyst', '0766', '2020-05', 3.9],
      ['ledige-fuldtidspersoner-oplyst', '0766', '2019-05', 536],
      ['ledige-fuldtidspersoner-oplyst', '0766', '2020-05', 899],
      ['ledige-fuldtidspersoner-aendring-aar-pct', '0766', '2020-05', 67.7],
      ['forsikrede-ledige-unge-antal', '0766', '2019-08', 104],
      ['forsikrede-ledige-unge-antal', '0766', '2020-08-03', 160],
      ['unge-andel-nyledige-pct', '0766', '2019', 25],
      ['unge-andel-nyledige-pct', '0766', '2020', 36],
      ['code-of-care-virksomheder-antal', '0766', '2020', 48]
    ])
  })

  test('the printed growth is that of the counts, not of the percentages', () => {
    const value = (id: string, period: string) => measurements.find(m => m.indicator === id && m.period === period)?.value ?? NaN
    const growth = (id: string) => ((value(id, '2020-05') - value(id, '2019-05')) / value(id, '2019-05') * 100).toFixed(1)
    expect(growth('ledige-fuldtidspersoner-oplyst')).toBe('67.7')
    expect(growth('ledighed-pct-oplyst')).toBe('85.7')
    expect(plan.notes.some(n => n.kind === 'discrepancy' && n.text.includes('85,7'))).toBe(true)
  })

  const year = { start: '2021-01-01', deadline: '2021-12-31' }
  const monthly = { lag: 'P1Y' }
  const yearly = { period: '2020' }
  test.each([
    ['S1', 'decrease', monthly, ['offentlig-forsoergelse-pct-borgere']],
    ['S2', 'increase', monthly, ['virksomhedsrettede-forloeb-pct/ledige', 'virksomhedsrettede-forloeb-pct/sygemeldte']],
    ['S3', 'increase', monthly, ['afsluttet-til-arbejde-pct/ledige', 'afsluttet-til-arbejde-pct/sygemeldte']],
    ['S4', 'decrease', monthly, ['passive-ydelsesmodtagere-pct']],
    ['S5', 'decrease', monthly, ['langtidsledige-pct', 'langtidssyge-pct']],
    ['S6', 'increase', yearly, ['personer-med-handicap-kommet-i-job-antal']],
    ['S7', 'decrease', monthly, ['ydelsesforloeb-varighed-gns-uger']],
    ['S8', 'decrease', yearly, ['sagsbehandlerskift-pr-borger']],
    ['B3', 'increase', yearly, ['voksenlaerlingepladser-etableret-antal', 'faglaerte-antal']]
  ])('%s: %s', (code, direction, baseline, series) => {
    const t = target(code)!
    expect(t.window).toEqual(year)
    expect(t.rule.kind).toBe(series.length > 1 ? 'all_of' : 'direction')
    for (const r of leaves(t.rule)) {
      expect(r).toMatchObject({ kind: 'direction', direction })
      expect(r.baseline).toEqual(baseline)
    }
    expect(leaves(t.rule).map(r => [r.indicator ?? t.indicator, r.segment].filter(Boolean).join('/'))).toEqual(series)
  })

  test('the other targets', () => {
    expect(goals.get('S')?.targets.map(t => t.code)).toEqual(Array.from({ length: 10 }, (_, i) => `S${i + 1}`))
    for (const code of ['S9', 'S10']) expect(target(code)).toMatchObject({ window: year, rule: { kind: 'assessment', reviewEvery: 'P1Y' } })
    expect(target('B1')).toMatchObject({ indicator: 'aktiveringsgrad-ledige-pct', followUp: 'Månedlig ledelsesinformation', window: year, rule: { kind: 'monitor' } })
    expect(target('B2')).toMatchObject({
      indicator: 'jobafklaringsforloeb-varighed-gns-uger',
      window: { start: '2019-05-01', deadline: '2021-04-30' },
      rule: { kind: 'direction', direction: 'decrease', baseline: { period: '2019-04' } }
    })
    expect(target('V1')).toMatchObject({
      indicator: 'code-of-care-virksomheder-antal',
      window: year,
      rule: { kind: 'threshold', comparator: 'gte', value: 55, aggregate: 'latest', baseline: { value: 48, on: '2020-12-31' } }
    })
  })

  test('the commitments', () => {
    expect(plan.commitments.map(c => [c.code, c.quantity, c.unit, c.per, c.due])).toEqual([
      ['C1', 6, 'hours', 'week', null], ['C2', 2, 'persons', null, '2021-04-30'], ['C3', 10, 'hours', 'week', null],
      ['C4', 2, 'days', 'week', null], ['C5', 3, 'days', 'week', null], ['C6', 24, 'hours', null, null]
    ])
  })

  test.each([
    ['31. december 2020'], ['januar 2014'], ['3. august 2020'], ['i Coronakrisen'], ['48 virksomheder'], ['Figuren af beskæftigelsestrappen'], ['Bilag 1-4'], ['om ugen'],
    ['Rekrutteringsindsats'], ['måles hver for sig i samme andel'], ['april 2019'], ['samme måned året før'], ['til flere'], ['29.8.2020'], ['oktober 2020'], ['fem Kerneområder']
  ])('a note tells of %s', (words) => {
    expect(plan.notes.some(n => n.text.includes(words))).toBe(true)
  })
})
