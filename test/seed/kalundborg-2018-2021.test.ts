// Kalundborg's strategy against its text: every line, every bullet, every SWOT entry and every number is accounted for.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Placed { location: string }
interface Titled extends Placed { code: string, title: string, summary?: string | null, status?: string }
interface Objective extends Placed { code: string, text: string }
interface Target extends Titled {
  indicator?: string
  followUp: string
  window: { start: string, deadline: string }
  rule: { kind: string, reviewEvery?: string }
}
interface Goal extends Titled {
  kind: string
  period: { from: string, to: string }
  nationalGoals: string[]
  objectives: Objective[]
  initiatives: Titled[]
  targets: Target[]
}
interface Plan {
  id: string
  kommune: string
  title: string
  kind: string
  status: string
  adoptedBy: string | null
  adoptedOn: string | null
  mandatedByLaw: boolean
  period: { from: string, to: string }
  sources: { title: string }[]
  goals: Goal[]
  commitments: (Placed & { code: string, text: string, quantity: number, unit: string, per: string | null })[]
  swot: Record<string, (Placed & { text: string })[]>
  relations: (Placed & { kind: string, title: string, plan: string | null })[]
  notes: (Placed & { kind: string, text: string })[]
}
interface Indicator { id: string, unit: string, frequency: string, segments: { code: string }[] }
interface Measurement { indicator: string, area: string, segment?: string, period: string, value: number, source: string, note?: string }

const source = new URL('../../../shared/seeds/kalundborg-2018.txt', import.meta.url)
const seed = new URL('../../db/seed/', import.meta.url)
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, seed), 'utf8')) as T
const plan = read<Plan>('plans/kalundborg-2018-2021.json')
const { measurements } = read<{ measurements: Measurement[] }>('measurements/kalundborg-2018-2021.json')

const purpose = 'Strategiens formål - og mål'
const principles = 'De overordnede strategiske principper og sigtelinjer'
const heading = ''
const contact = 'Forside, Kontakt'
const bullets = (place: string, openings: string[]): [string, string][] => openings.map((opening, index) => [`${place}, pkt. ${index + 1}`, `- ${opening}`])

// Every line of the text in its order: where it stands, how it begins.
const outline: [location: string, opening: string][] = [
  ['Forside, titel', '## Arbejdsmarkedspolitisk strategi 2018 - 2021'],
  ['Forside, undertitel', '### Arbejdskraft, uddannelse og job'],
  ['Forside, motto', '***Alle skal have en chance'],
  [heading, '#### Kontakt'],
  [contact, 'Sagsansvarlig:'],
  [contact, 'Jannie Buch'],
  [contact, 'Kalundborg'],
  [contact, 'Telefon, direkte'],
  [contact, 'Kalundborg Kommune'],
  [contact, 'Torvet'],
  [contact, '4400 Kalundborg'],
  [heading, '## Kerneopgaven'],
  ['Kerneopgaven, afsnit 1', 'Jobcentrets kerneopgave er'],
  [heading, '## Strategiens formål - og mål'],
  [`${purpose}, afsnit 1`, 'Det går generelt godt'],
  ['SWOT-analyse', '<p><b>Styrker</b></p>'],
  ['SWOT-analyse', '<p><b>Muligheder</b></p>'],
  ['SWOT-analyse, dato', 'SWOT-analyse, maj 2018'],
  [`${purpose}, afsnit 2`, 'Strategien på det beskæftigelsespolitiske område'],
  ...bullets(`${purpose}, Bidrage til`, ['At virksomhederne kan ekspandere', 'At job- og uddannelsesmuligheder', 'At jobmuligheder gør det attraktivt']),
  [`${purpose}, afsnit 3`, 'Strategien sætter den politiske og strategiske retning'],
  [`${purpose}, afsnit 3`, 'at målrette og prioritere'],
  [`${purpose}, afsnit 4`, 'Det er samtidig en strategi'],
  [heading, '## De overordnede strategiske principper og sigtelinjer'],
  [`${principles}, afsnit 1`, 'De strategiske principper angiver'],
  ...bullets(`${principles}, Principper`, ['At den enkelte borger og virksomhed', 'At iværksætte dét', 'At understøtte borgerens eget ansvar',
    'At fremme en investeringstilgang', 'At samskabe og samarbejde på tværs', 'At udvikle nye veje']),
  [`${principles}, afsnit 2`, 'En strategi, der ikke løbende'],
  [`${principles}, afsnit 3`, 'Den arbejdsmarkedspolitiske strategi for 2018-2021'],
  ...bullets(`${principles}, Ben`, ['De unge skal i uddannelse og job', 'Virksomhederne skal kunne få', 'Udsatte ledige skal hjælpes']),
  [`${principles}, afsnit 4`, 'Strategien er blevet til'],
  [`${principles}, afsnit 5`, 'Med strategien er det politiske ønske'],
  [heading, '## Uddannelse og job til unge'],
  ['Ben 1, Brødtekst, afsnit 1', 'Flere unge skal gennemføre'],
  ['Ben 1, Brødtekst, afsnit 2', 'Den enkelte unge skal styrkes'],
  ['Ben 1-3, Indsatser, indledning', 'Det skal bl.a. ske gennem:'],
  ...bullets('Ben 1, Indsatser', ['Øget fokus på forebyggelse', 'Øget anvendelse af Jobcentrets', 'Udvikling af målrettede', 'Investering i etablering af forsøg i samarbejde',
    'Investering i etablering af forsøg med', 'Etablering af den kommunale', 'Anvendelse af brobygningsforløb', 'Udvikling af uddannelsesfremmende',
    'Koordinering med', 'Styrket overlevering', 'Øget brug af mentorordninger', 'Investering i håndholdte', 'Udvikling/etablering', 'Udvikling af forløb']),
  [heading, '## Nødvendig og kvalificeret arbejdskraft til virksomhederne'],
  ['Ben 2, Brødtekst, afsnit 1', 'Samarbejdet med virksomhederne om'],
  ['Ben 2, Brødtekst, afsnit 2', 'Den enkelte virksomhed skal'],
  ['Ben 1-3, Indsatser, indledning', 'Det skal bl.a. ske gennem:'],
  ...bullets('Ben 2, Indsatser', ['Tværgående samarbejde', 'Udnyttelse af', 'Bidrag til udvikling', 'Håndholdt indsats', 'Øget dialog', 'Etablering af partnerskaber',
    'Øget anvendelse af uddannelsesløft', 'Samarbejde med virksomheder om substitution', 'Samarbejde med virksomheder om jobrotation', 'Initiativer der understøtter',
    'Etablering af nye netværk', 'Øget og bedre servicering', 'Samarbejde med virksomheder om udvikling', 'Udvikling af nye veje',
    'En styrkelse af', 'Virksomhedskonsulenter', 'Mere direkte kontakt', 'Understøtte mulighederne']),
  [heading, '## Udsatte ledige og syge i risiko for at blive udstødt fra arbejdsmarkedet'],
  ['Ben 3, Brødtekst, afsnit 1', 'For mange borgere med komplekse'],
  ['Ben 3, Brødtekst, afsnit 2', 'Også for de sygemeldte'],
  ['Ben 1-3, Indsatser, indledning', 'Det skal bl.a. ske gennem:'],
  ...bullets('Ben 3, Indsatser', ['Formulering af en fælles', 'Bidrag til udvikling af nye metoder', 'Øget fokus på progression', 'Fokus på - via indsatsen', 'En tidlig og håndholdt',
    'Fokus på trivsel', 'En styrket dialog', 'Et tættere samarbejde', 'Et særskilt fokus', 'En mere proaktiv', 'Fortsat fokus på etablering', 'Fortsat fokus på at øge'])
]

// What is said in running text or as a principle, with the words of its place that name it.
const stated: [code: string, words: string][] = [
  ['0.O1', 'alle redskaber skal anvendes'], ['0.O2', 'få ledige i job eller uddannelse'], ['0.O3', 'ekspandere og skabe arbejdspladser'],
  ['0.O4', 'tjene egne penge'], ['0.O5', 'attraktivt at flytte til Kalundborg'], ['0.O6', 'i centrum'], ['0.O7', 'standardløsninger'],
  ['0.O8', 'borgerens eget ansvar'], ['0.O9', 'investeringstilgang'], ['0.O10', 'samskabe'], ['0.O11', 'nye veje'], ['0.O12', 'særskilt strategisk element'],
  ['0.O13', 'målrettet og tidlig indsats'],
  ['0.I1', 'samspil med en række aktører og interessenter'], ['0.I2', 'målrette og prioritere indsatser'], ['0.I3', 'handlingsplaner for indsatsen'], ['0.I4', 'styring og måling'],
  ['1.O1', 'gennemføre en uddannelse'], ['1.O2', 'direkte i job'], ['1.O3', 'allerede i folkeskolen'], ['1.O4', 'differentieres'],
  ['1.O5', 'tættere samarbejde mellem de relevante kommunale enheder'], ['1.O6', 'praksis- og virksomhedsnær'], ['1.O7', 'valg af uddannelse og job'],
  ['1.O8', 'bremse tilgangen til offentlig forsørgelse'], ['1.O9', 'Fokus skal flyttes'], ['1.O10', 'overgangen fra ung'],
  ['2.O1', 'omfang, intensitet og kvalitet'], ['2.O2', 'strukturelle ændringer'], ['2.O3', 'omskoling af ledig (højt-)uddannet arbejdskraft'],
  ['2.O4', 'voksenlærlinge og revalidering'], ['2.O5', 'kommende generationer'], ['2.O6', 'professionel samarbejds- og sparingspartner'],
  ['3.O1', 'bedre og mere sammenhængende indsats'], ['3.O2', 'hele familien'], ['3.O3', 'trinvis indslusning'], ['3.O4', 'virksomhedsbesøg'], ['3.O5', 'som arbejdsgiver gå foran']
]

// What a number is, by the line it stands in. `value` is measured there (or, in the SWOT, at its entry), `quantity` is a
// commitment's, `year` a year of the period or of the SWOT, `age` is of people and stays in the item of that line,
// `kept` is a word for a number, kept in the item or counted below; `contact` is the clerk's telephone and address.
type Kind = 'value' | 'quantity' | 'year' | 'age' | 'kept' | 'contact'
const numerals: Record<string, [token: string, kind: Kind][]> = {
  '## Arbejdsmarkedspolitisk strategi 2018 - 2021': [['2018', 'year'], ['2021', 'year']],
  'Telefon, direkte': [['59', 'contact'], ['53', 'contact'], ['41', 'contact'], ['21', 'contact']],
  Torvet: [['3', 'contact']],
  '4400 Kalundborg': [['4400', 'contact']],
  '<p><b>Styrker</b></p>': [['5.500', 'value'], ['1.228', 'value']],
  'SWOT-analyse, maj 2018': [['2018', 'year']],
  'Strategien sætter den politiske og strategiske retning': [['2021', 'year']],
  'Den arbejdsmarkedspolitiske strategi for 2018-2021': [['2018', 'year'], ['2021', 'year'], ['tre', 'kept']],
  'Flere unge skal gennemføre': [['18', 'age']],
  '- Øget fokus på forebyggelse': [['15', 'age']],
  '- Øget anvendelse af Jobcentrets': [['18', 'age']],
  '- Investering i etablering af forsøg i samarbejde': [['2', 'quantity']],
  '- Udvikling af uddannelsesfremmende': [['to', 'kept']],
  '- Håndholdt indsats': [['30', 'age']]
}
const numeral = /\d+(?:[.,]\d+)*|(?<![\p{L}\d])(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|hundrede?|tusinde?)(?![\p{L}\d])/giu

const everything = (): Placed[] => [
  ...plan.goals, ...plan.goals.flatMap(goal => [...goal.objectives, ...goal.initiatives, ...goal.targets]),
  ...plan.commitments, ...Object.values(plan.swot).flat(), ...plan.relations, ...plan.notes,
  ...measurements.map(row => ({ location: row.source }))
]
const goal = (code: string): Goal => {
  const found = plan.goals.find(one => one.code === code)
  if (found === undefined) throw new Error(`no goal ${code}`)
  return found
}
const targets = plan.goals.flatMap(one => one.targets)
const plain = (line: string) => line.replaceAll('*', '').replace(/^- /, '')

describe.skipIf(!existsSync(source))('Kalundborg 2018-2021 against its text', () => {
  const lines = existsSync(source) ? readFileSync(source, 'utf8').split('\n').map(line => line.trim()).filter(line => line !== '' && line !== '---') : []
  const textAt = (location: string) => lines.filter((_, index) => outline[index]?.[0] === location).map(plain).join(' ')
  const placesUnder = (place: string) => outline.map(([location]) => location).filter(location => location.startsWith(`${place}, pkt.`))
  const squares = lines.flatMap(line => [...line.matchAll(/<p><b>(.+?)<\/b><\/p> <ul[^>]*>(.*?)<\/ul>/g)])
    .map(([, name, list]) => ({ name, entries: [...(list ?? '').matchAll(/<li>• (.+?)<\/li>/g)].map(([, entry]) => entry) }))

  test('every line of the text is known, in its order', () => {
    expect(lines.map((line, index) => line.startsWith(outline[index]?.[1] ?? '\0') ? outline[index]?.[1] : line)).toEqual(outline.map(([, opening]) => opening))
  })

  test('every place of the text holds something of the document, and the document names no other place', () => {
    const used = new Set(everything().flatMap(item => item.location.split('; ')).filter(place => !/^SWOT-analyse, .+, pkt/.test(place)))
    const places = new Set(outline.map(([location]) => location).filter(location => location !== heading && location !== 'SWOT-analyse'))
    expect([...places].filter(place => !used.has(place))).toEqual([])
    expect([...used].filter(place => !places.has(place))).toEqual(['Forside'])
  })

  test('the title, the subtitle and the three pillars stand as printed', () => {
    expect(`## ${plan.title}`).toBe(lines[0])
    expect(`### ${goal('0').title}`).toBe(lines[1])
    const pillars = placesUnder(`${principles}, Ben`)
    expect(pillars).toHaveLength(3)
    expect(plan.goals.map(({ code, kind, title, location }) => [code, kind, title, location]).slice(1))
      .toEqual(pillars.map((place, index) => [String(index + 1), 'pillar', textAt(place).replace(/\.$/, ''), place]))
    expect(plan.goals.map(one => one.kind)).toEqual(['strategy', 'pillar', 'pillar', 'pillar'])
  })

  test.each([['1', 14], ['2', 18], ['3', 12]] as const)('pillar %s: each bullet is one initiative that begins with the printed words', (code, count) => {
    const places = placesUnder(`Ben ${code}, Indsatser`)
    expect(places).toHaveLength(count)
    expect(goal(code).initiatives.map(one => one.location)).toEqual(places)
    for (const one of goal(code).initiatives) expect(textAt(one.location).startsWith(one.title), one.title).toBe(true)
    for (const one of goal(code).initiatives) expect(one.title.split(' ').length, one.title).toBeGreaterThan(2)
  })

  test('the three contributions and the six principles are objectives', () => {
    for (const [part, count] of [[`${purpose}, Bidrage til`, 3], [`${principles}, Principper`, 6]] as const) {
      const places = placesUnder(part)
      expect(places).toHaveLength(count)
      expect(goal('0').objectives.map(one => one.location).filter(place => place.startsWith(part))).toEqual(places)
    }
  })

  test('each objective is named where it is said to stand, and there are no others', () => {
    const items = plan.goals.flatMap(one => [...one.objectives, ...(one.code === '0' ? one.initiatives : [])])
    expect(items.map(item => item.code)).toEqual(stated.map(([code]) => code))
    for (const [code, words] of stated) {
      expect(textAt(items.find(item => item.code === code)?.location ?? '').toLowerCase(), code).toContain(words.toLowerCase())
    }
  })

  test('the SWOT is whole, entry by entry', () => {
    expect(squares.map(square => [square.name, square.entries.length])).toEqual([['Styrker', 7], ['Svagheder', 5], ['Muligheder', 6], ['Trusler', 5]])
    expect(Object.keys(plan.swot)).toEqual(['strengths', 'weaknesses', 'opportunities', 'threats'])
    Object.values(plan.swot).forEach((entries, index) => {
      const square = squares[index]
      expect(entries).toEqual(square?.entries.map((text, at) => ({ text, location: `SWOT-analyse, ${square.name}, pkt. ${at + 1}` })))
    })
  })

  test('every number of the text is accounted for', () => {
    lines.forEach((line, index) => {
      const [place, opening] = outline[index] ?? ['', '']
      const known = numerals[opening] ?? []
      expect(line.match(numeral) ?? [], line).toEqual(known.map(([token]) => token))
      const here = plan.goals.flatMap(one => [...one.objectives.map(o => ({ ...o, words: o.text })), ...one.initiatives.map(i => ({ ...i, words: `${i.title} ${i.summary}` }))])
        .filter(item => item.location === place).map(item => item.words).join(' ')
      for (const [token, kind] of known) {
        if (kind === 'value') {
          const entry = Object.values(plan.swot).flat().find(one => one.text.includes(token))
          expect(measurements.filter(row => row.source === entry?.location).map(row => row.value), token).toEqual([Number(token.replace('.', ''))])
        } else if (kind === 'quantity') {
          expect(plan.commitments.filter(one => one.location === place).map(one => one.quantity), line).toEqual([Number(token)])
        } else if (kind === 'year') {
          expect([plan.period.from.slice(0, 4), plan.period.to.slice(0, 4)], line).toContain(token)
        } else if (kind === 'age') {
          expect(here, line).toContain(token)
        } else if (kind === 'kept') {
          expect(place === `${principles}, afsnit 3` ? 'tre ben' : here, line).toContain(token)
        } else {
          expect(place, line).toBe(contact)
        }
      }
    })
    expect(Object.keys(numerals).filter(opening => !outline.some(([, one]) => one === opening))).toEqual([])
  })

  test('the follow-up is a commitment: a monthly report and a yearly status', () => {
    const text = textAt(`${principles}, afsnit 2`)
    for (const words of ['månedlige rapportering til Økonomiudvalget', 'særskilt årlig status på strategien', '"er på rette spor"']) expect(text).toContain(words)
    expect(plan.commitments.map(({ code, quantity, unit, per, location }) => [code, quantity, unit, per, location])).toEqual([
      ['C1', 2, 'schools', null, 'Ben 1, Indsatser, pkt. 4'],
      ['C2', 1, 'reports', 'month', `${principles}, afsnit 2`],
      ['C3', 1, 'reports', 'year', `${principles}, afsnit 2`]
    ])
    expect(textAt('Ben 1, Indsatser, pkt. 4')).toContain('minimum 2 folkeskoler')
  })

  test('each target stands where the strategy asks whether it is on the right track, and at its pillar', () => {
    expect(textAt(`${principles}, afsnit 2`)).toContain('"er på rette spor"')
    expect(targets.map(one => one.location)).toEqual([1, 2, 3].map(n => `${principles}, afsnit 2; ${principles}, Ben, pkt. ${n}`))
  })

  test('an initiative is ongoing where its printed words begin with going on, and nowhere else', () => {
    const initiatives = plan.goals.flatMap(one => one.initiatives)
    expect(initiatives.filter(one => one.status === 'ongoing').map(one => one.code)).toEqual(['3.I11', '3.I12'])
    for (const one of initiatives) expect(one.status, one.code).toBe(/^Fortsat/.test(textAt(one.location)) ? 'ongoing' : 'planned')
  })

  test('sentences are not copied: at most six words in a row are as printed', () => {
    const wordsOf = (words: string) => words.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
    const runs = (words: string[]) => words.slice(0, -6).map((_, at) => words.slice(at, at + 7).join(' '))
    const printed = new Set(runs(wordsOf(lines.join(' '))))
    // The note on the pillars' other names quotes the headings of their sections.
    const quoted = lines.filter(line => line.startsWith('## ')).map(line => line.replace('## ', ''))
    const own = [...plan.goals.flatMap(one => [one.summary ?? '', ...one.objectives.map(o => o.text), ...one.initiatives.map(i => i.summary ?? ''), ...one.targets.map(t => t.title)]),
      ...plan.commitments.map(one => one.text), ...plan.notes.map(one => quoted.reduce((rest, title) => rest.replaceAll(title, ' '), one.text))]
    expect(own.flatMap(words => runs(wordsOf(words))).filter(run => printed.has(run))).toEqual([])
  })

  test('what the strategy is related to is named where it stands', () => {
    const named: [kind: string, place: string, words: string][] = [
      ['umbrella_of', `${purpose}, afsnit 4`, 'de obligatoriske årlige beskæftigelsesplaner'],
      ['supplements', `${purpose}, afsnit 2`, 'kommunens vision og udviklingsstrategi'],
      ['supplements', `${purpose}, afsnit 4`, 'øvrige strategier på tilstødende politikområder'],
      ['draws_on', `${principles}, afsnit 4`, 'drøftelser mellem politikere, organisationer og virksomheder'],
      ['supplements', 'Ben 1, Brødtekst, afsnit 2', 'kommunens overordnede ungestrategi'],
      ['supplements', 'Ben 1, Indsatser, pkt. 9', '#Ung&SundLivskraft'],
      ['draws_on', 'Ben 2, Indsatser, pkt. 2', '"den åbne skole" i Folkeskolereformen'],
      ['draws_on', 'Ben 2, Indsatser, pkt. 11', 'Rekrutteringsalliancen']
    ]
    expect(plan.relations.map(one => [one.kind, one.location, one.plan])).toEqual(named.map(([kind, place]) => [kind, place, null]))
    named.forEach(([, place, words], index) => {
      expect(textAt(place)).toContain(words)
      expect(plan.relations[index]?.title.toLowerCase()).toContain(words.toLowerCase())
    })
  })
})

describe('Kalundborg 2018-2021', () => {
  test('codes are unique', () => {
    const codes = [...plan.commitments.map(one => one.code), ...plan.goals.flatMap(one => [one.code, ...one.targets.map(target => target.code),
      ...one.objectives.map(o => o.code), ...one.initiatives.map(i => i.code)])]
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('indicators have files, periods fit their frequency and no segment is undeclared', () => {
    const fits: Record<string, RegExp> = { year: /^\d{4}$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, irregular: /^\d{4}(-(0[1-9]|1[0-2]))?$/ }
    for (const id of [...measurements.map(row => row.indicator), ...targets.flatMap(one => one.indicator ?? [])]) {
      expect(existsSync(new URL(`indicators/${id}.json`, seed)), id).toBe(true)
      const indicator = read<Indicator>(`indicators/${id}.json`)
      expect(indicator.id).toBe(id)
      for (const row of measurements.filter(one => one.indicator === id)) {
        expect(row.period).toMatch(fits[indicator.frequency] ?? /$^/)
        expect(row.segment === undefined || indicator.segments.some(one => one.code === row.segment)).toBe(true)
      }
    }
  })

  test.each([
    ['id', plan.id, 'kalundborg-2018-2021'],
    ['kommune', plan.kommune, '0326'],
    ['title', plan.title, 'Arbejdsmarkedspolitisk strategi 2018 - 2021'],
    ['kind', plan.kind, 'strategy'],
    ['period', plan.period, { from: '2018-01-01', to: '2021-12-31' }],
    ['sources', plan.sources.map(one => one.title), ['Arbejdsmarkedspolitisk strategi 2018 - 2021: Arbejdskraft, uddannelse og job']],
    ['status', plan.status, 'adopted'],
    ['adopted', [plan.adoptedBy, plan.adoptedOn], [null, null]],
    ['mandated by law', plan.mandatedByLaw, false],
    ['national goals', plan.goals.flatMap(one => one.nationalGoals), []],
    ['targets', targets.map(one => [one.code, one.rule, one.window]), ['1a', '2a', '3a'].map(code =>
      [code, { kind: 'assessment', reviewEvery: 'P1Y' }, { start: '2018-01-01', deadline: '2021-12-31' }])],
    ['figures', measurements.map(row => [row.indicator, row.area, row.period, row.value].join(' ')), [
      'jobaabninger-aarligt-niveau-antal 0326 2018-05 5500', 'jobparate-ledige-antal 0326 2018-05 1228']],
    ['ca. is kept', measurements[0]?.note?.includes('ca. 5.500'), true],
    ['choices are told', [`${principles}, afsnit 2`, `${principles}, afsnit 3`, `${purpose}, afsnit 4`, 'SWOT-analyse, Styrker, pkt. 3', 'SWOT-analyse, Styrker, pkt. 4', 'Forside, titel']
      .filter(place => !plan.notes.some(note => note.kind === 'discrepancy' && note.location.split('; ').includes(place))), []]
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected))
})
