// Hvidovre's plan against its text: every line, every printed item and every number is accounted for.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Placed { location: string }
interface Titled extends Placed { code: string, title: string, summary?: string | null, group?: string | null, status?: string }
interface Objective extends Placed { code: string, text: string }
interface Deliverable { code: string, title: string, due?: string | null }
interface Target extends Titled {
  indicator?: string
  window: { start: string, deadline: string }
  rule: { kind: string, deliverables?: Deliverable[], reviewEvery?: string }
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
  commitments: Placed[]
  swot: Record<string, Placed[]>
  relations: (Placed & { kind: string, title: string, plan: string | null })[]
  notes: (Placed & { kind: string, text: string })[]
}
interface Indicator { id: string, unit: string, frequency: string, segments: { code: string, name: { da: string } }[] }
interface Measurement { indicator: string, area: string, segment?: string, period: string, value: number, source: string }

const source = new URL('../../../shared/seeds/hvidovre-2023.txt', import.meta.url)
const nationalGoals = new URL('../../../shared/data/national-goals.json', import.meta.url)
const seed = new URL('../../db/seed/', import.meta.url)
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, seed), 'utf8')) as T
const plan = read<Plan>('plans/hvidovre-2023.json')
const { measurements } = read<{ measurements: Measurement[] }>('measurements/hvidovre-2023.json')

const body = (p: number, n: number) => `Pejlemærke ${p}, Brødtekst, afsnit ${n}`
const wish = (p: number, n: number) => `Pejlemærke ${p}, Udvalgets målsætninger, pkt. ${n}`
const minister = (p: number) => `Pejlemærke ${p}, Ministerens målsætning`
const goalBox = (p: number, n: number) => `Pejlemærke ${p}, MÅL, pkt. ${n}`
const traits = (n: number) => `Pejlemærke 2, Kendetegn ved langvarige forløb, afsnit ${n}`
const recruiting = (part: string) => `Pejlemærke 4, Den aktuelle rekrutteringssituation, ${part}`
const service = (n: number) => `Pejlemærke 4, Et velsmurt serviceapparat, afsnit ${n}`
const supply = (n: number) => `Pejlemærke 4, Virksomhederne skal sikres arbejdskraft, afsnit ${n}`
const repatriation = (n: number) => `Repatriering, afsnit ${n}`
const heading = ''
const national = 'Indledning, Nationale målsætninger'

// Every line of the text in its order: where it stands, how it begins. A line cut by a box or a page stands twice.
const outline: [location: string, opening: string][] = [
  ['Forside', '## CENTER FOR BESKÆFTIGELSE OG BORGERSERVICE'],
  ['Forside', '## BESKÆFTIGELSESPAN 2023'],
  [heading, '# INDLEDNING'],
  ['Indledning, afsnit 1', 'Hvert år beslutter Kommunalbestyrelsen'],
  ['Indledning, afsnit 2', 'Beskæftigelsesplanen indeholder politiske pejlemærker'],
  ['Indledning, afsnit 3', 'Social- og Arbejdsmarkedsudvalget har valgt'],
  ['Indledning, Pejlemærker, pkt. 1', '- Udfordrede unge'],
  ['Indledning, Pejlemærker, pkt. 2', '- Hurtig afklaring'],
  ['Indledning, Pejlemærker, pkt. 3', '- Indsats for personer'],
  ['Indledning, Pejlemærker, pkt. 4', '- Virksomhedsindsatsen'],
  ['Indledning, afsnit 4', 'De to førstnævnte'],
  [national, 'Beskæftigelsesplan 2023 er udformet'],
  [national, '1. Alle ledige'],
  [national, '2. Flere ledige'],
  [national, '3. Flere flygtninge'],
  [national, '4. Flere personer'],
  [national, '5. Virksomhederne'],
  ['Indledning, afsnit 6', 'Fælles for de nationale mål'],
  [heading, '## UDFORDREDE UNGE I JOBCENTERET'],
  [body(1, 1), 'De seneste års'],
  [body(1, 2), 'Social- og Arbejdsmarkedsudvalget har gennem flere år'],
  [body(1, 3), 'De udsatte unge er'],
  [body(1, 3), 'tret, unge med psykiske'],
  [body(1, 4), 'Mange har brug for støtte'],
  [body(1, 5), 'Alle unge skal have et tilbud'],
  [heading, '### SOCIAL- OG ARBEJDSMARKEDS- UDVALGETS MÅLSÆTNINGER'],
  [wish(1, 1), '- Jobcenteret skal tilbyde'],
  [wish(1, 2), '- Jobcenteret skal samarbejde mere'],
  [body(1, 5), 'følges, motiveres og understøttes'],
  [body(1, 6), 'Social- og Arbejdsmarkedsudvalget understreger behovet'],
  [body(1, 7), 'Det er relevant at undersøge'],
  [heading, '## MÅL'],
  [goalBox(1, 1), 'Jobcenteret vil i 2023 udvikle'],
  [body(1, 7), 'mestre hverdagslivet'],
  [body(1, 8), 'Jobcenteret og kommunens uddannelsesvejledere'],
  [body(1, 9), 'Social- og Arbejdsmarkedsudvalget slår fast, at der er brug'],
  [body(1, 10), 'Erfaringerne fra projekter'],
  [body(1, 11), 'Nogle unge i jobcenteret'],
  [heading, '# HURTIG AFKLARING AF ARBEJDSEVNEN'],
  [body(2, 1), 'Hurtig afklaring af arbejdsevnen er'],
  [body(2, 2), 'Borgere, som modtager sygedagpenge'],
  [body(2, 3), 'På baggrund af afklaringen'],
  [body(2, 4), 'Social- og Arbejdsmarkedsudvalget er optaget af, at borgerne'],
  [body(2, 4), 'jobcenteret løbende forholder sig'],
  [body(2, 5), 'Jobcenteret skal i første omgang'],
  [heading, '## KENDETEGN VED LANGVARIGE FORLØB'],
  [traits(1), 'Borgere med lange forløb'],
  [traits(2), 'Styrelsen for Arbejdsmarked og Rekruttering har undersøgt'],
  [traits(3), 'Undersøgelsen peger på'],
  [heading, '## SOCIAL- OG ARBEJDSMARKEDSUDVALGETS MÅLSÆTNINGER'],
  [wish(2, 1), '- Jobcenteret skal sikre'],
  [wish(2, 2), '- Jobcenteret skal anvende revalidering'],
  ['Fodnote 1', '<sup>1</sup>) Styrelsen'],
  [traits(4), 'I undersøgelsen peges der desuden'],
  [heading, '#### **BESKÆFTIGELSESMINISTERENS MÅLSÆTNING**'],
  [minister(2), '- Alle ledige skal'],
  [heading, '#### **MÅL**'],
  [goalBox(2, 1), '- Jobcenteret vil iværksætte'],
  [goalBox(2, 2), '- På baggrund af den viden'],
  [heading, '# INDSATS FOR MENNESKER MED HANDICAP'],
  [body(3, 1), 'Hvidovre Kommune ønsker'],
  [body(3, 2), 'Handicap, som barriere'],
  [body(3, 3), 'Mange personer med et psykisk'],
  [body(3, 4), 'Jobcenteret er samtidig opmærksom'],
  [body(3, 5), 'Jobcenteret yder forskellig støtte'],
  [body(3, 5), 'beskæftigelse eller i fleksjob'],
  [body(3, 6), 'Fleksjobordningen har'],
  [body(3, 7), 'Jobcenteret har styrket samarbejdet'],
  [heading, '## BESKÆFTIGELSESMINISTERENS MÅLSÆTNING'],
  [minister(3), '- Flere personer med handicap'],
  [heading, '## SOCIAL- OG ARBEJDSMARKEDS-UDVALGETS MÅLSÆTNINGER'],
  [wish(3, 1), '- Jobcenteret skal effektivt'],
  [body(3, 7), 'og uddannelse med Støtte'],
  [body(3, 8), 'Social- og Arbejdsmarkedsudvalget peger på'],
  [body(3, 9), 'Handicaprådet har høringsret'],
  [heading, '## MÅL'],
  [goalBox(3, 1), '- Jobcenteret vil tage initiativ'],
  [heading, '# VIRKSOMHEDSINDSATSEN OG SAMARBEJDET MED DET LOKALE ERHVERVSLIV'],
  [body(4, 1), '28 procent af virksomhederne'],
  [body(4, 2), 'Social- og Arbejdsmarkedsudvalget slår fast, at virksomhederne'],
  [heading, '## BESKÆFTIGELSESMINISTERENS MÅLSÆTNING'],
  [minister(4), '- Virksomhederne skal sikres'],
  [heading, '## SOCIAL- OG ARBEJDSMARKEDSUDVALGETS MÅLSÆTNINGER'],
  [wish(4, 1), '- Jobcenteret skal prioritere'],
  [body(4, 3), 'Jobcenterets virksomhedsindsats'],
  [body(4, 4), 'Substitution og opkvalificering'],
  [heading, '## DEN AKTUELLE REKRUTTERINGSSITUATION'],
  [recruiting('afsnit 1'), 'En undersøgelse fra STAR'],
  [recruiting('Sektorer, pkt. 1'), '- Hoteller og restauranter'],
  [recruiting('Sektorer, pkt. 2'), '- Industri'],
  [recruiting('Sektorer, pkt. 3'), '- Kultur og Fritid'],
  [recruiting('Sektorer, pkt. 4'), '- Offentlig administration'],
  [recruiting('Sektorer, pkt. 5'), '- Byggeri og Anlæg'],
  [recruiting('Stillinger, indledning'), '- Disse stillinger'],
  [recruiting('Stillinger, pkt. 1'), '- Social- og sundhedsassistent'],
  [recruiting('Stillinger, pkt. 2'), '- Sygeplejerske'],
  [recruiting('Stillinger, pkt. 3'), '- Servicetekniker'],
  [recruiting('Stillinger, pkt. 4'), '- Tjener'],
  [recruiting('Stillinger, pkt. 5'), '- Social- og sundhedshjælper'],
  ['Fodnote 2', '2) Kilde: STAR'],
  [heading, '### ET VELSMURT SERVICEAPPARAT'],
  [service(1), 'Et velfungerende samarbejde'],
  [service(2), 'I en undersøgelse fra Kommunernes Landsforening'],
  [service(3), 'I bestræbelserne på at fastholde'],
  [heading, '### VIRKSOMHEDERNE SKAL SIKRES DEN NØDVENDIGE OG KVALIFICEREDE ARBEJDSKRAFT'],
  [supply(1), 'Kontakten med virksomhederne'],
  [supply(2), 'Set ud fra et arbejdsgiverperspektiv'],
  [supply(3), 'Social- og Arbejdsmarkedsudvalget er overordnet optaget'],
  [heading, '### MÅL'],
  [goalBox(4, 1), '- Jobcenteret ønsker at blive mere'],
  [goalBox(4, 2), '- Jobcenteret ønsker samtidig'],
  ['Fodnote 3', '3) Kilde: KL (2022)'],
  [heading, '## REPATRIERING'],
  [repatriation(1), 'Ifølge repatrieringsloven'],
  [repatriation(2), 'Målgruppen for repatriering'],
  [repatriation(3), 'Tilskud fra repatrieringsordningen'],
  [repatriation(4), 'Kommunerne er forpligtet'],
  [repatriation(5), 'Relevante kommunale medarbejdere'],
  [repatriation(6), 'Der arbejdes med udgangspunkt'],
  [repatriation(7), 'Hvidovre Kommune har udpeget'],
  [repatriation(8), 'Dansk Flygtningehjælps informationsmaterialer']
]

// Each objective and initiative with the words of its place that name it.
const stated: [code: string, words: string][] = [
  ['1.O1', 'meningsfulde indsatser'], ['1.O2', 'småjob, lærings- og jobrettede forløb'], ['1.O3', 'sammenhængende indsats til sårbare unge'],
  ['1.O4', 'parat til at gennemføre en ungdomsuddannelse'], ['1.O5', 'småjob i få timer pr uge eller i et fleksjob'], ['1.O6', 'jobs til unge, som ikke kan gennemføre en uddannelse'],
  ['1.O7', 'progression frem mod uddannelse'],
  ['1.I1', 'ungeguide'], ['1.I2', 'sammenhængende ungeindsats'], ['1.I3', 'tillidsfulde relationer'], ['1.I4', 'tidlig opsporing'],
  ['1.I5', 'individuelt afstemte, forebyggende indsatser'], ['1.I6', '15-16 års-alderen'], ['1.I7', 'STU – særligt tilrettelagt uddannelse'],
  ['1.I8', 'FGU – forberedende grunduddannelse'], ['1.I9', 'alternative job- og uddannelsesforløb'], ['1.I10', 'afklares til pension'],
  ['2.O1', 'hurtig og effektiv afklaring'], ['2.O2', 'revalidering'], ['2.O3', 'hænger fast i systemet'], ['2.O4', 'parkeres i årevis'],
  ['2.I1', 'tættere på arbejdsmarkedet'], ['2.I2', 'fleksjob eller en førtidspension'], ['2.I3', 'den rette indsats'], ['2.I4', 'udviklingsarbejde'],
  ['3.O1', 'handicap-kompenserende ordninger'], ['3.O2', 'inkluderende arbejdsmarked'], ['3.O3', 'med i arbejdsfællesskabet'],
  ['3.I1', 'fastholdelse af mennesker med handicap i ordinære job og fleksjob'], ['3.I2', 'grundig udredning af borgeren'],
  ['3.I3', 'matchning mellem arbejdstager og arbejdsgiver'], ['3.I4', 'hjælpemidler'], ['3.I5', 'personlig assistent'],
  ['3.I6', 'om ordningerne til virksomhederne'], ['3.I7', 'fælles virksomhedsrettet beskæftigelsesindsats'], ['3.I8', 'handicapkompenserende ordninger'],
  ['4.O1', 'prioritere samarbejdet'], ['4.O2', 'central rolle'], ['4.O3', 'udbredte tilfredshed'],
  ['4.I1', 'substitutionsmuligheder'], ['4.I2', 'opkvalificering af ledige, i forbindelse med ansættelse'], ['4.I3', 'jobåbninger, for de faggrupper'],
  ['4.I4', 'velsmurt serviceapparat'], ['4.I5', 'kontaktstrategi for den opsøgende virksomhedskontakt'], ['4.I6', 'hente og besætte jobordrer'],
  ['4.I7', 'Kontakten med virksomhederne'], ['4.I8', 'matche kvalificerede ledige'], ['4.I9', 'praktikker'],
  ['4.I10', 'matche indkomne jobordrer med kommunens ledige'], ['4.I11', 'mere håndholdt indsats og matchning'], ['4.I12', 'gratis arbejdskraft'],
  ['5.I1', 'orientere om'], ['5.I2', 'vejleder borgere i målgruppen'], ['5.I3', 'guide fra Udlændinge- og Integrationsstyrelsen'],
  ['5.I4', 'kontaktperson på området'], ['5.I5', 'informationsmaterialer om repatriering']
]

// Each initiative that is not merely planned, with the words of its place that say it exists, goes on or is done.
const running: [code: string, status: string, words: string][] = [
  ['1.I3', 'ongoing', 'jobcenterets ressourcer bruges på'], ['3.I2', 'ongoing', 'Jobcenteret yder forskellig støtte'], ['3.I3', 'ongoing', 'Jobcenteret yder forskellig støtte'],
  ['3.I4', 'ongoing', 'Jobcenteret yder forskellig støtte'], ['3.I5', 'ongoing', 'Jobcenteret yder forskellig støtte'], ['3.I6', 'ongoing', 'informerer jobcenteret vedvarende'],
  ['3.I7', 'ongoing', 'metoder og samarbejde fortsætter'], ['4.I3', 'ongoing', 'jobcenteret arbejder vedholdende'], ['4.I5', 'done', 'har jobcenteret i efteråret 2022 udarbejdet en kontaktstrategi'],
  ['4.I6', 'done', 'og præciseret hvordan'], ['4.I7', 'ongoing', 'er en central del af jobcenterets arbejde'], ['5.I2', 'ongoing', 'er informeret om ordningen og vejleder'],
  ['5.I3', 'ongoing', 'Der arbejdes med udgangspunkt i guide'], ['5.I4', 'done', 'har udpeget en kontaktperson'], ['5.I5', 'ongoing', 'er tilgængelige på flere sprog']
]

// What a number is, by the line it stands in. `value` and `tenths` must be measured there, `year` must be a year of the
// plan or of a named source; the others are no quantities: list numbers, footnote marks, ages, a project's name.
type Kind = 'value' | 'tenths' | 'year' | 'shortYear' | 'listed' | 'mark' | 'age' | 'name'
const numerals: Record<string, [token: string, kind: Kind][]> = {
  '## BESKÆFTIGELSESPAN 2023': [['2023', 'year']],
  'Social- og Arbejdsmarkedsudvalget har valgt': [['2023', 'year']],
  '- Udfordrede unge': [['2023', 'year'], ['24', 'shortYear']],
  '- Hurtig afklaring': [['2023', 'year'], ['24', 'shortYear']],
  '- Indsats for personer': [['2023', 'year']],
  '- Virksomhedsindsatsen': [['2023', 'year']],
  // two goals run two years, two run one: checked with the periods of the goals
  'De to førstnævnte': [['to', 'listed'], ['2', 'listed'], ['to', 'listed'], ['1', 'listed']],
  'Beskæftigelsesplan 2023 er udformet': [['2023', 'year']],
  '1. Alle ledige': [['1', 'listed']],
  '2. Flere ledige': [['2', 'listed']],
  '3. Flere flygtninge': [['3', 'listed']],
  '4. Flere personer': [['4', 'listed']],
  '5. Virksomhederne': [['5', 'listed']],
  'Det er relevant at undersøge': [['15', 'age'], ['16', 'age']],
  'Jobcenteret vil i 2023 udvikle': [['2023', 'year']],
  'Erfaringerne fra projekter': [['1', 'name'], ['2', 'name']],
  'Hurtig afklaring af arbejdsevnen er': [['2023', 'year'], ['24', 'shortYear']],
  'Styrelsen for Arbejdsmarked og Rekruttering har undersøgt': [['1', 'mark']],
  '<sup>1</sup>) Styrelsen': [['1', 'mark'], ['2022', 'year']],
  'Handicap, som barriere': [['2023', 'year']],
  '28 procent af virksomhederne': [['28', 'value'], ['2', 'mark']],
  // "more than five years" a guideline: kept in a note, checked below
  'Jobcenterets virksomhedsindsats': [['fem', 'listed'], ['2023', 'year']],
  // the five sectors are counted below
  'En undersøgelse fra STAR': [['fem', 'listed']],
  '- Hoteller og restauranter': [['40', 'value']],
  '- Industri': [['37', 'value']],
  '- Kultur og Fritid': [['35', 'value']],
  '- Offentlig administration': [['34', 'value']],
  '- Byggeri og Anlæg': [['33', 'value']],
  '- Social- og sundhedsassistent': [['60', 'value']],
  '- Sygeplejerske': [['50', 'value']],
  '- Servicetekniker': [['48', 'value']],
  '- Tjener': [['44', 'value']],
  '- Social- og sundhedshjælper': [['41', 'value']],
  '2) Kilde: STAR': [['2', 'mark'], ['2022', 'year']],
  'I en undersøgelse fra Kommunernes Landsforening': [['3', 'mark'], ['Otte', 'tenths'], ['10', 'tenths']],
  'I bestræbelserne på at fastholde': [['2022', 'year']],
  '3) Kilde: KL (2022)': [['3', 'mark'], ['2022', 'year'], ['2021', 'year']]
}
const numeral = /\d+(?:[.,]\d+)*|(?<![\p{L}\d])(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|hundrede?|tusinde?)(?![\p{L}\d])/giu

const everything = (): Placed[] => [
  ...plan.goals, ...plan.goals.flatMap(goal => [...goal.objectives, ...goal.initiatives, ...goal.targets]),
  ...plan.commitments, ...Object.values(plan.swot).flat(), ...plan.relations, ...plan.notes,
  ...measurements.map(row => ({ location: row.source }))
]
// A note may stand for more places than one.
const placesOf = (item: Placed): string[] => item.location.split('; ')
const goal = (code: string): Goal => {
  const found = plan.goals.find(one => one.code === code)
  if (found === undefined) throw new Error(`no goal ${code}`)
  return found
}
const targets = plan.goals.flatMap(one => one.targets)

describe.skipIf(!existsSync(source))('Hvidovre 2023 against its text', () => {
  const lines = existsSync(source) ? readFileSync(source, 'utf8').split('\n').map(line => line.trim()).filter(line => line !== '' && line !== '---') : []
  const textAt = (location: string) => lines.filter((_, index) => outline[index]?.[0] === location).join(' ')
  const bulletsUnder = (place: string) => outline.map(([location]) => location).filter(location => location.startsWith(place))

  test('every line of the text is known, in its order', () => {
    expect(lines.map((line, index) => line.startsWith(outline[index]?.[1] ?? '\0') ? outline[index]?.[1] : line)).toEqual(outline.map(([, opening]) => opening))
  })

  test('every place of the text holds something of the document, and the document names no other place', () => {
    const used = new Set(everything().flatMap(placesOf))
    const places = new Set(outline.map(([location]) => location).filter(location => location !== heading && !location.endsWith('Ministerens målsætning')))
    const summaries = ['Pejlemærke 1-4, MÅL', 'Pejlemærke 1-4, Brødtekst']
    expect([...places].filter(place => !used.has(place))).toEqual([])
    expect([...used].filter(place => !places.has(place)).sort()).toEqual(summaries.sort())
  })

  test('the four guidelines stand as printed, with their years', () => {
    const printed = bulletsUnder('Indledning, Pejlemærker').map(place => {
      const [, title, from, to] = /^- (.+) \((\d{4})(?:-(\d{2}))?\)$/.exec(textAt(place)) ?? []
      return { title, kind: 'guideline', period: { from: `${from}-01-01`, to: `${to === undefined ? from : `20${to}`}-12-31` }, location: place }
    })
    expect(printed).toHaveLength(4)
    expect(plan.goals.filter(one => one.kind === 'guideline').map(({ title, kind, period, location }) => ({ title, kind, period, location }))).toEqual(printed)
    expect(plan.goals.map(one => one.code)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('the committee\'s wishes are objectives, each at its own bullet', () => {
    for (const [code, count] of [['1', 2], ['2', 2], ['3', 1], ['4', 1]] as const) {
      const places = bulletsUnder(`Pejlemærke ${code}, Udvalgets målsætninger`)
      expect(places).toHaveLength(count)
      expect(goal(code).objectives.map(one => one.location).filter(place => place.includes('Udvalgets målsætninger'))).toEqual(places)
    }
  })

  test('each objective and initiative is named where it is said to stand, and there are no others', () => {
    const items = plan.goals.flatMap(one => [...one.objectives, ...one.initiatives])
    expect(items.map(item => item.code)).toEqual(stated.map(([code]) => code))
    for (const [code, words] of stated) {
      const place = items.find(item => item.code === code)?.location ?? ''
      expect(textAt(place).toLowerCase(), code).toContain(words.toLowerCase())
    }
  })

  test('ongoing or done are those the text says so of; all others are planned', () => {
    const initiatives = plan.goals.flatMap(one => one.initiatives)
    expect(initiatives.filter(one => one.status !== 'planned').map(one => [one.code, one.status])).toEqual(running.map(([code, status]) => [code, status]))
    for (const [code, , words] of running) expect(textAt(initiatives.find(one => one.code === code)?.location ?? ''), code).toContain(words)
  })

  test('no sentence is copied: nine words in a row are found in titles only', () => {
    const wordsOf = (value: string) => value.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
    const printed = ` ${wordsOf(lines.join(' ')).join(' ')} `
    // The national goals are quoted: their titles are official.
    const own = [
      ...plan.goals.flatMap(one => [one.summary, ...one.objectives.map(item => item.text), ...one.initiatives.map(item => item.summary), ...one.targets.map(item => item.title)]),
      ...targets.flatMap(one => one.rule.deliverables ?? []).map(one => one.title), ...plan.notes.filter(note => note.kind !== 'context' || !placesOf(note).includes(national)).map(note => note.text)
    ].map(value => value ?? '')
    expect(own.flatMap(value => wordsOf(value).map((_, n, all) => all.slice(n, n + 9)).filter(run => run.length === 9 && printed.includes(` ${run.join(' ')} `)).map(run => run.join(' ')))).toEqual([])
  })

  test('headings within a guideline group its initiatives', () => {
    const groups = [...new Set(goal('4').initiatives.map(one => one.group).filter(group => typeof group === 'string'))]
    expect(groups).toEqual(['Et velsmurt serviceapparat', 'Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft'])
    for (const group of groups) expect(lines).toContain(`### ${group?.toUpperCase()}`)
  })

  test('each bullet of a MÅL box is one target', () => {
    const boxes = [1, 2, 3, 4].flatMap(p => bulletsUnder(`Pejlemærke ${p}, MÅL`))
    expect(targets.map(one => one.location)).toEqual(boxes)
    expect(lines.filter(line => /MÅL\**$/.test(line) && !line.includes('MÅLSÆTNING'))).toHaveLength(4)
  })

  test('the deliverables are what the text promises', () => {
    const words: Record<string, string[]> = {
      '1a.D1': ['udvikle en relevant og hurtig indsats', 'evalueringer af det forpligtende samarbejde', 'analyse af de udsatte unge'],
      '2a.D1': ['iværksætte et udviklingsarbejde'],
      '2a.D2': ['afdækker mulighederne'],
      '2b.D1': ['implementere de nødvendige procedurer'],
      '3a.D1': ['tage initiativ', 'Voksenrådgivningen, Sundhedsafdelingen og jobcenteret'],
      '4a.D1': ['styrket styring og tilrettelæggelse af den opsøgende virksomhedsindsats (kontaktstrategi)'],
      '4a.D2': ['hentes flere jobordrer ind'],
      '4b.D1': ['styrke formidling af kandidater']
    }
    const promised = targets.flatMap(one => one.rule.deliverables ?? [])
    expect(promised.map(one => one.code)).toEqual(Object.keys(words))
    for (const one of targets) {
      for (const { code } of one.rule.deliverables ?? []) {
        for (const phrase of words[code] ?? []) expect(textAt(one.location), code).toContain(phrase)
      }
    }
  })

  test('the minister\'s boxes are the national goals that the guidelines adopt', () => {
    const named = JSON.parse(readFileSync(nationalGoals, 'utf8')) as { goals: Record<string, string[]> }
    const of2023 = named.goals['2023'] ?? []
    expect(lines.filter(line => /^\d\. /.test(line)).map(line => line.slice(3))).toEqual(of2023)
    for (const title of of2023) expect(plan.notes.some(note => placesOf(note).includes(national) && note.text.includes(title)), title).toBe(true)
    for (const one of plan.goals) {
      const box = textAt(minister(Number(one.code))).replace(/^- /, '').replace(/\.$/, '')
      expect(one.nationalGoals, one.code).toEqual(box === '' ? [] : [`2023-${of2023.indexOf(box) + 1}`])
    }
  })

  test('every number of the text is accounted for', () => {
    const years = new Set(['2021', '2022', '2023'])
    lines.forEach((line, index) => {
      const [place, opening] = outline[index] ?? ['', '']
      const known = numerals[opening] ?? []
      expect(line.match(numeral) ?? [], line).toEqual(known.map(([token]) => token))
      for (const [token, kind] of known) {
        if (kind === 'value') {
          expect(measurements.filter(row => row.source === place).map(row => row.value), line).toContain(Number(token))
        } else if (kind === 'year') {
          expect(years.has(token), line).toBe(true)
        } else if (kind === 'shortYear') {
          expect(line, line).toMatch(new RegExp(`2023-${token}(?!\\d)`))
        } else if (kind === 'mark') {
          expect(line, line).toMatch(new RegExp(`<sup>${token}\\)?</sup>|^${token}\\) Kilde`))
        } else if (kind === 'age') {
          expect(goal('1').initiatives.map(one => one.title).join(), line).toContain(token)
        } else if (kind === 'name') {
          expect(plan.relations.map(one => one.title), line).toContain('Flere skal med 1 og 2')
        } else if (kind === 'listed') {
          expect(line, line).toMatch(/^\d\. |^De to førstnævnte|mere end fem år|nedenstående fem sektorer/)
        }
      }
    })
    expect(Object.keys(numerals).filter(opening => !outline.some(([, one]) => one === opening))).toEqual([])
    // "otte ud af 10" is 80 per cent; "mere end fem år" is in a note
    expect(measurements.filter(row => row.source === service(2)).map(row => row.value)).toEqual([80])
    expect(plan.notes.some(note => note.location === body(4, 3) && note.text.includes('mere end fem år'))).toBe(true)
  })

  test('sectors and jobs are measured with their printed names, in their order', () => {
    const segments = read<Indicator>('indicators/forgaeves-rekrutteringsforsoeg-pct.json').segments
    const rows = [...bulletsUnder(recruiting('Sektorer, pkt.')), ...bulletsUnder(recruiting('Stillinger, pkt.'))].map(place => {
      const [, name, percent] = /^- (.+) \((\d+)%/.exec(textAt(place)) ?? []
      return [name, Number(percent), place]
    })
    expect(rows).toHaveLength(10)
    expect(measurements.filter(row => row.indicator === 'forgaeves-rekrutteringsforsoeg-pct')
      .map(row => [segments.find(one => one.code === row.segment)?.name.da, row.value, row.source])).toEqual(rows)
    expect(segments).toHaveLength(10)
  })

  test('the named surveys and projects are relations, titles as printed', () => {
    const titled: [place: string, title: string][] = [
      [body(1, 10), 'Flere skal med 1 og 2'],
      ['Fodnote 1', 'Styrelsen for Arbejdsmarked og rekruttering (2022): Afdækning af langvarige kontanthjælpsager (inkl. uddannelseshjælp og SHO)'],
      ['Fodnote 2', 'STAR, Rekrutteringssurvey september 2022'],
      ['Fodnote 3', 'KL (2022): Tilfredshedsmåling, Hvidovre Kommunes resultater af tilfredshedsmålingen af jobcenterets virksomhedsservice 2021']
    ]
    for (const [place, title] of titled) {
      expect(textAt(place)).toContain(title)
      expect(plan.relations.filter(one => one.location === place).map(one => [one.kind, one.title])).toEqual([['draws_on', title]])
    }
    expect(plan.relations).toHaveLength(11)
    expect(textAt(repatriation(1))).toContain('repatrieringsloven')
    expect(plan.relations.filter(one => one.location === repatriation(1)).map(one => [one.kind, one.title])).toEqual([['draws_on', 'Repatrieringsloven']])
    expect(textAt(body(3, 7))).toContain('IPS-projektet – Individuelt Planlagt job og uddannelse med Støtte')
    expect(plan.relations.filter(one => one.kind === 'continues').map(one => one.title)).toEqual(['IPS-projektet – Individuelt Planlagt job og uddannelse med Støtte'])
  })

  test('the languages of the repatriation material are all there', () => {
    const summary = goal('5').initiatives.find(one => one.location === repatriation(8))?.summary ?? ''
    const printed = /herunder (.+)\.$/.exec(textAt(repatriation(8)))?.[1]?.split(/, | og |\/ ?/) ?? []
    expect(printed).toHaveLength(12)
    for (const language of printed) expect(summary, language).toContain(language)
  })
})

describe('Hvidovre 2023', () => {
  test('codes are unique', () => {
    const codes = plan.goals.flatMap(one => [one.code, ...one.targets.flatMap(target => [target.code, ...(target.rule.deliverables ?? []).map(d => d.code)]),
      ...one.objectives.map(o => o.code), ...one.initiatives.map(i => i.code)])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('indicators have files, periods fit their frequency and segments are declared', () => {
    const fits: Record<string, RegExp> = { year: /^\d{4}$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, irregular: /^\d{4}(-(0[1-9]|1[0-2]))?$/ }
    const named = [...measurements.map(row => row.indicator), ...targets.flatMap(one => one.indicator ?? [])]
    for (const id of new Set(named)) {
      expect(existsSync(new URL(`indicators/${id}.json`, seed)), id).toBe(true)
      const indicator = read<Indicator>(`indicators/${id}.json`)
      expect([indicator.id, indicator.unit]).toEqual([id, 'percent'])
      for (const row of measurements.filter(one => one.indicator === id)) {
        expect(row.period).toMatch(fits[indicator.frequency] ?? /$^/)
        expect(indicator.segments.map(one => one.code).includes(row.segment ?? '')).toBe(row.segment !== undefined)
      }
    }
    expect(new Set(measurements.map(row => [row.indicator, row.segment, row.area, row.period].join())).size).toBe(measurements.length)
  })

  test.each([
    ['id', plan.id, 'hvidovre-2023'],
    ['kommune', plan.kommune, '0167'],
    ['title', plan.title, 'Beskæftigelsesplan 2023'],
    ['kind', plan.kind, 'annual_plan'],
    ['period', plan.period, { from: '2023-01-01', to: '2023-12-31' }],
    ['sources, the cover as printed', plan.sources.map(one => one.title), ['BESKÆFTIGELSESPAN 2023, Center for Beskæftigelse og Borgerservice']],
    ['status', plan.status, 'adopted'],
    ['adopted by', plan.adoptedBy, 'Kommunalbestyrelsen'],
    ['adopted on', plan.adoptedOn, null],
    ['mandated by law', plan.mandatedByLaw, true],
    ['national goals', plan.goals.map(one => one.nationalGoals), [[], ['2023-1'], ['2023-4'], ['2023-5'], []]],
    ['goal 5', goal('5').kind, 'statutory'],
    ['rules', targets.map(one => `${one.code} ${one.rule.kind} ${one.rule.reviewEvery ?? one.rule.deliverables?.length}`), [
      '1a milestone 1', '2a milestone 2', '2b milestone 1', '3a milestone 1', '4a milestone 2', '4b milestone 1']],
    ['due dates', targets.flatMap(one => one.rule.deliverables ?? []).filter(one => one.due != null), []],
    ['commitments', plan.commitments, []],
    ['swot', Object.values(plan.swot).flat(), []],
    ['windows', targets.map(one => `${one.code} ${one.window.start} ${one.window.deadline}`), [
      '1a 2023-01-01 2023-12-31', '2a 2023-01-01 2024-12-31', '2b 2023-01-01 2024-12-31',
      '3a 2023-01-01 2023-12-31', '4a 2023-01-01 2023-12-31', '4b 2023-01-01 2023-12-31']],
    ['figures', measurements.map(row => [row.area, row.segment ?? '', row.period, row.value].join(' ')), [
      'RAR-HOV  2022-09 28',
      'RAR-HOV branche-hoteller-restauranter 2022-09 40', 'RAR-HOV branche-industri 2022-09 37', 'RAR-HOV branche-kultur-fritid 2022-09 35',
      'RAR-HOV branche-offentlig-administration 2022-09 34', 'RAR-HOV branche-byggeri-anlaeg 2022-09 33',
      'RAR-HOV stilling-sosu-assistent 2022-09 60', 'RAR-HOV stilling-sygeplejerske 2022-09 50', 'RAR-HOV stilling-servicetekniker 2022-09 48',
      'RAR-HOV stilling-tjener 2022-09 44', 'RAR-HOV stilling-sosu-hjaelper 2022-09 41',
      '0167  2021 80']],
    ['choices are told', [goalBox(1, 1), goalBox(2, 1), goalBox(2, 2), goalBox(3, 1), goalBox(4, 1), goalBox(4, 2), national, recruiting('afsnit 1'), service(2)]
      .filter(place => !plan.notes.some(note => note.kind === 'discrepancy' && placesOf(note).includes(place))), []]
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected))
})
