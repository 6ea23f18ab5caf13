import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { GoalDocument, PlanDocument } from '../../src/domain/plan.ts'
import type { Indicator } from '../../src/domain/indicator.ts'

const source = new URL('../../../shared/seeds/frederikssund-2024.txt', import.meta.url)
const seed = (path: string) => new URL(`../../db/seed/${path}.json`, import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(seed(path), 'utf8'))

interface Measurement { indicator: string, area: string, segment?: string, period: string, value: number | null, flag?: string, source: string, note?: string }
interface Block { place: string, text: string }
type Goal = Required<GoalDocument>

const OWN = '0250'
const Q2 = '2023-Q2'
const AUG = '2023-08'
const periods: Record<string, RegExp> = {
  year: /^\d{4}$/, quarter: /^\d{4}-Q[1-4]$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, irregular: /^\d{4}/
}

/** The text as numbered places: the same words as the `location`s of the plan document and the `source`s of the measurements. */
function placesOf (lines: string[]): { blocks: Block[], headings: Map<string, string[]> } {
  const blocks: Block[] = []
  const headings = new Map<string, string[]>()
  let part = 'Indholdsfortegnelse'
  let section = ''
  let counts = { paragraph: 0, bullet: 0, sub: 0, row: 0 }
  const enter = (nextPart: string, nextSection: string) => { part = nextPart; section = nextSection; counts = { paragraph: 0, bullet: 0, sub: 0, row: 0 } }
  const here = (rest: string) => [part, section, rest].filter(word => word !== '').join(', ')
  const add = (place: string, text: string) => blocks.push({ place, text })
  for (const line of lines) {
    if (line.trim() === '') continue
    const focus = /^Fokusområde (\d)\. (.*)$/.exec(line)
    const isHeading = line.length < 90 && !/[.:”"?*]$/.test(line) && !/^(- | - |\d\. |Kilde|Result|[¹²³⁴⁵⁶⁷⁸⁹])/.test(line) && !line.includes('\t')
    if (line === 'Forord') enter('Forord', '')
    else if (part === 'Indholdsfortegnelse') add(part, line)
    else if (line === 'Mål og strategier for indsatsen i 2024') add('Mål og strategier', line)
    else if (/^Bilag [12]\. /.test(line)) { enter(line.slice(0, 7), ''); add(part, line) } else if (line === '**Jobcenter') { enter('Kolofon', ''); add(part, line) } else if (part === 'Kolofon') add(part, line)
    else if (part === 'Bilag 2') add(focus === null ? `Bilag 2, ${/^\S+ \d[a-c]/.exec(line)![0].replace('Resultatomål', 'Resultatmål')}` : `Bilag 2, Fokusområde ${focus[1]}`, line)
    else if (focus !== null) { enter(`Fokusområde ${focus[1]}`, 'indledning'); add(part, line); headings.set(part, []) } else if (/^Resultatmål/.test(line)) add(`${part}, ${line.slice(0, 14)}`, line)
    else if (/^[¹²³⁴⁵⁶⁷⁸⁹]/.test(line)) add(`${part}, fodnoter`, line)
    else if (line.startsWith('Tabel 1') || line.startsWith('2. kv. 2023\t') || line.startsWith('Kilde:')) add('Bilag 1, Tabel 1', line)
    else if (line.split('\t').length === 6) add(`Bilag 1, Tabel 1, ${line.split('\t')[0]}`, line)
    else if (line.includes('\t')) add(here(`pkt. ${counts.bullet}, skema, linje ${counts.row++}`), line)
    else if (/^\d\. /.test(line)) add(`${part}, pkt. ${line[0]}`, line)
    else if (line.startsWith('- ')) { counts.sub = 0; add(here(`pkt. ${++counts.bullet}`), line.slice(2)) } else if (line.startsWith(' - ')) add(here(`pkt. ${counts.bullet}, underpkt. ${++counts.sub}`), line.slice(3))
    else if (isHeading) { enter(part, line); headings.get(part)?.push(line); add(here(''), line) } else {
      const last = blocks.at(-1)!
      // A page break cuts a sentence in two: the second half belongs to the paragraph before it.
      if (last.place === here(`afsnit ${counts.paragraph}`) && !/[.:”"\d⁰¹²³⁴⁵⁶⁷⁸⁹]$/.test(last.text)) last.text += ' ' + line
      else add(here(`afsnit ${++counts.paragraph}`), line)
    }
  }
  return { blocks, headings }
}

describe.skipIf(!existsSync(source))('Frederikssund 2024 against its text', () => {
  const text = existsSync(source) ? readFileSync(source, 'utf8') : ''
  const { blocks, headings } = placesOf(text.split(/\r?\n/))
  const plan = read('plans/frederikssund-2024') as Required<PlanDocument>
  const goals = plan.goals as Goal[]
  const targets = goals.flatMap(goal => goal.targets)
  const initiatives = goals.flatMap(goal => goal.initiatives)
  const measurements: Measurement[] = read('measurements/frederikssund-2024').measurements
  const indicator = (id: string): Indicator => read(`indicators/${id}`)
  const target = (code: string) => targets.find(item => item.code === code)!
  const blockAt = (place: string) => blocks.find(block => block.place === place)
  const bodies = goals.map(goal => `Fokusområde ${goal.code}`)
  const keyOf = (row: Measurement) => `${row.indicator} ${row.area} ${row.period} ${row.segment ?? ''}`.trim()
  const byKey = new Map(measurements.map(row => [keyOf(row), row]))
  const items = [
    ...goals, ...goals.flatMap(goal => [...goal.objectives, ...goal.initiatives, ...goal.targets]), ...plan.commitments, ...plan.relations, ...plan.notes
  ].map(item => item.location ?? '')

  describe('items', () => {
    test('the six focus areas bear the titles of the text', () => {
      expect(goals.map(goal => `Fokusområde ${goal.code}. ${goal.title}`)).toEqual(bodies.map(place => blockAt(place)?.text))
      expect(goals.map(goal => [goal.kind, goal.location])).toEqual(bodies.map(place => ['focus_area', place]))
      expect(goals.map(goal => goal.nationalGoals)).toEqual([['2024-1'], ['2024-5'], [], [], ['2024-3'], ['2024-4']])
    })

    test('every sub-heading is an initiative with its printed title', () => {
      expect(bodies.map(place => headings.get(place)?.length)).toEqual([3, 3, 5, 6, 5, 7])
      for (const goal of goals) {
        const printed = headings.get(goal.location!)!.map(title => [title, `${goal.location}, ${title}`])
        const headed = goal.initiatives.filter(item => headings.get(goal.location!)!.some(title => item.location === `${goal.location}, ${title}`))
        expect(headed.map(item => [item.title, item.location])).toEqual(printed)
      }
    })

    test('the seven bullets on companies are seven initiatives', () => {
      const words = ['konkrete rekrutteringsopgaver', 'ansættelse af fleksjobbere', 'jobmesser', 'partnerskabsaftaler', 'mere end fem medarbejdere', 'på tværs af kommunegrænser', '48 timer']
      expect(blocks.filter(block => block.place.startsWith('Fokusområde 2, indledning, pkt.'))).toHaveLength(words.length)
      words.forEach((word, index) => {
        const place = `Fokusområde 2, indledning, pkt. ${index + 1}`
        expect(blockAt(place)?.text.toLowerCase()).toContain(word)
        expect(initiatives.filter(item => item.location === place).map(item => item.title.toLowerCase().includes(word))).toEqual([true])
      })
    })

    // [code, the words the text itself uses for it, in the paragraph it is placed at]
    const runningText: [string, string][] = [
      ['1.I1', 'rettigheder og pligter'], ['1.I2', 'repatriering'], ['1.I3', 'virksomhedsrettede indsats'], ['1.I4', 'helhedsorienteret samarbejde'], ['1.I5', 'årlig undersøgelse'],
      ['1.I6', 'efteråret 2023'], ['1.I8', 'abc-planer'], ['1.I9', 'min plan'], ['1.I11', 'jobklubber'],
      ['2.I1', 'aktiv brobygning mellem virksomheder og'], ['2.I2', 'i virksomhederne'], ['2.I12', 'nordsjællands rekrutteringsservice (nrs)'], ['2.I14', 'kam samarbejde'],
      ['3.I1', 'tidlig, tæt og arbejdspladsrettet indsats'], ['3.I2', 'tidlig og tæt kontakt til arbejdspladsen'], ['3.I3', 'virksomhedskonsulenterne'], ['3.I4', 'øget virksomhedsrettet samarbejde'],
      ['3.I5', 'hyppige samtaler'], ['3.I6', 'fast track-ordningen'], ['3.I7', 'sygemeldte stressramte'], ['3.I9', 'kortere afgrænset praktik på arbejdspladsen'],
      ['4.I1', 'én indgang til kommunen'], ['4.I2', 'ordinært job'], ['4.I3', 'kommunale ungeindsats'], ['4.I4', 'hele campus'], ['4.I5', 'sammen på sporet'], ['4.I7', 'indsatsplan'],
      ['4.I8', 'praktik/nytteindsats'], ['4.I9', 'hver 4. uge'], ['4.I10', '2 ugers basisforløb'], ['4.I11', 'læse/skrive/regnetest'], ['4.I17', 'akut mentorstøtte'], ['4.I18', 'frivillige mentorer via gadespejlene'],
      ['5.I1', 'integrationsteam'], ['5.I2', 'praktikforløb'], ['5.I3', 'helbredsrelaterede udfordringer'], ['5.I5', 'selvforsørgelses- og hjemrejseprogram'], ['5.I6', 'vej og park'],
      ['5.I7', 'individuelle jobsamtaler'], ['5.I11', 'gruppeforløb'],
      ['6.I1', 'tværfaglig og helhedsorienteret indsats'], ['6.I2', 'ledige fleksjobvisiterede'], ['6.I3', 'motivations- og empowerment orienteret arbejde'], ['6.I4', 'initieret af star'],
      ['6.I5', 'sociale frikort'], ['6.I7', 'lønnede timer'], ['6.I13', 'virksomhedsmentorer']
    ]
    test('the initiatives of the running text are all listed', () => {
      const rest = initiatives.filter(item => /, (afsnit|indledning, afsnit) \d$/.test(item.location!)).map(item => item.code)
      expect(runningText.map(([code]) => code)).toEqual(rest)
    })

    test.each(runningText)('initiative %s is printed as "%s"', (code, words) => {
      const item = initiatives.find(one => one.code === code)!
      expect(item.title.toLowerCase()).toContain(words)
      const printed = blocks.filter(block => block.place === item.location || block.place.startsWith(`${item.location}, `)).map(block => block.text.toLowerCase()).join(' ')
      expect(printed).toContain(words)
    })

    // [code, the words that say it is there, has begun or goes on]
    const ongoing: [string, string][] = [
      ['1.I5', 'gennemføres en årlig undersøgelse'], ['1.I7', 'samtalestrategien i jobcenteret er til for'], ['1.I12', 'er jobcenteret i 2023 begyndt'], ['2.I2', 'foregår ofte i virksomhederne'],
      ['2.I10', 'er der uddannelsesambassadører'], ['3.I6', 'også fortsat fokus'], ['4.I1', 'har frederikssunds unge én indgang'], ['4.I3', 'ungekontakten er en aktiv part'], ['4.I4', 'løbende udvikles'],
      ['4.I12', 'har et tæt samarbejde'], ['4.I13', 'er samlet i ungekontakten'], ['5.I1', 'et integrationsteam varetager'], ['5.I10', 'der er – og skal fortsat'],
      ['6.I4', 'er sammen med 15 andre kommuner med i'], ['6.I5', 'der er – og skal fortsat'], ['6.I10', 'rådgivningshuset er et tilbud'], ['6.I11', 'livskilden og reboot er et'], ['6.I14', 'indgår i et tæt samarbejde']
    ]
    test('ongoing are those the text says are running; all others are planned', () => {
      expect(initiatives.filter(item => item.status !== 'planned').map(item => [item.code, item.status])).toEqual(ongoing.map(([code]) => [code, 'ongoing']))
      for (const [code, words] of ongoing) {
        const place = initiatives.find(item => item.code === code)!.location!
        expect(blocks.filter(block => block.place === place || block.place.startsWith(`${place}, `)).map(block => block.text.toLowerCase()).join(' '), code).toContain(words)
      }
    })

    test('counts, and every place named exists in the text', () => {
      expect(goals.map(goal => [goal.objectives.length, goal.initiatives.length, goal.targets.length])).toEqual([[5, 12, 2], [5, 14, 3], [6, 13, 1], [4, 18, 2], [5, 12, 1], [6, 14, 2]])
      expect([plan.commitments.length, plan.relations.length, Object.values(plan.swot).flat().length]).toEqual([8, 11, 0])
      const known = new Set(blocks.map(block => block.place))
      expect(items.flatMap(location => location.split('; ')).filter(place => !known.has(place))).toEqual([])
      expect(items.filter(location => location === '')).toEqual([])
      const columns = new Set([...known].flatMap(place => place.startsWith('Bilag 1, Tabel 1, ') ? [1, 2, 3, 4, 5].map(column => `${place}, kolonne ${column}`) : [place]))
      expect(measurements.filter(row => !columns.has(row.source))).toEqual([])
      expect(initiatives.filter(item => (item.summary ?? '') === '')).toEqual([])
    })

    test('every paragraph of the text has something to show for it', () => {
      const taken = [...items, ...measurements.map(row => row.source)].flatMap(location => location.split('; '))
      const silent = blocks.filter(({ place }) => !taken.some(one => one === place || one.startsWith(`${place}, `)))
      const covered = silent.filter(({ place }) => {
        const heading = place.replace(/, afsnit \d$/, '')
        return initiatives.some(item => item.location === heading)
      })
      // What is left is no item: front matter, printed twice, or the frame of an annex.
      const frame = /^(Indholdsfortegnelse|Mål og strategier|Bilag \d|Bilag 1, fodnoter|Bilag 1, Tabel 1|Bilag 2, Fokusområde \d|Forord, (pkt\. [1-6]|afsnit 8)|Bilag 1, Flest .*, pkt\. 4, skema, linje 0|Bilag 1, Arbejdsmarkedssituationen, pkt\. 5)$/
      expect(silent.filter(block => !covered.includes(block) && !frame.test(block.place)).map(block => block.place)).toEqual([])
    })

    test('no sentence is copied: nine words in a row are found in titles only', () => {
      const words = (value: string) => value.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
      const printed = ` ${words(text).join(' ')} `
      const own = [
        ...goals.flatMap(goal => [goal.summary, ...goal.objectives.map(item => item.text), ...goal.initiatives.map(item => item.summary), ...goal.targets.map(item => item.title)]),
        ...plan.commitments.map(item => item.text), ...plan.notes.filter(item => item.location !== 'Kolofon').map(item => item.text)
      ].map(value => value ?? '')
      const copied = own.flatMap(value => words(value).map((_, n, all) => all.slice(n, n + 9)).filter(run => run.length === 9 && printed.includes(` ${run.join(' ')} `)).map(run => run.join(' ')))
      expect(copied).toEqual([])
    })
  })

  describe('targets', () => {
    const DK = { area: 'DK' }
    const codes = ['1a', '1b', '2a', '2b', '2c', '3a', '4a', '4b', '5a', '6a', '6b']

    test('eleven, each printed twice in the same words', () => {
      expect(targets.map(item => item.code)).toEqual(codes)
      for (const code of codes) {
        const body = blockAt(`Fokusområde ${code[0]}, Resultatmål ${code}`)!.text
        expect(blockAt(`Bilag 2, Resultatmål ${code}`)!.text.replace('Resultatomål', 'Resultatmål')).toBe(body)
        expect(target(code).location).toBe(`Fokusområde ${code[0]}, Resultatmål ${code}; Bilag 2, Resultatmål ${code}`)
        expect(target(code).window).toEqual({ start: '2024-01-01', deadline: '2024-12-31' })
      }
      expect(plan.notes.some(note => note.kind === 'discrepancy' && note.text.includes('10 resultatmål') && note.text.includes('11'))).toBe(true)
    })

    test.each([
      ['1a', 'borgere-tilfredse-forloeb-pct', { kind: 'threshold', comparator: 'gte', value: 75 }],
      ['1b', 'virksomhedsrettet-tilbud-pct-ydelsesmodtagere', { kind: 'benchmark_level', comparator: 'gte', margin: 0, benchmark: DK }],
      ['2a', 'dagpenge-jobparate-kontanthjaelp-pct-arbejdsstyrke', { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: DK }],
      ['2b', null, {
        kind: 'all_of',
        rules: ['formidlingsgrad-jobordrer', 'besaettelsesgrad-jobordrer'].map(id => ({ kind: 'benchmark_level', indicator: id, comparator: 'gte', margin: 0, benchmark: DK }))
      }],
      ['2c', 'virksomheder-service-tilfredsstillende-pct', { kind: 'threshold', comparator: 'gte', value: 85 }],
      ['3a', 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', { kind: 'gap_reduction', amount: 0.2, benchmark: DK, baseline: { period: AUG } }],
      ['4a', 'uddannelseshjaelp-pct-befolkning', { kind: 'benchmark_level', comparator: 'lt', margin: 0, benchmark: DK }],
      ['4b', 'uddannelse-beskaeftigelse-3-mdr-efter-uddannelseshjaelp-pct', { kind: 'benchmark_level', comparator: 'gte', margin: 0, benchmark: DK }],
      ['5a', 'flygtninge-familiesammenfoerte-beskaeftigelse-pct', { kind: 'benchmark_level', comparator: 'gte', margin: 0, benchmark: DK }],
      ['6a', 'fleksjob-pct-fleksjobvisiterede', { kind: 'threshold', comparator: 'gte', value: 85 }],
      ['6b', 'aktivitetsparate-loennede-timer-pct', { kind: 'threshold', comparator: 'gte', value: 20 }]
    ])('%s is judged by %s', (code, id, rule) => {
      expect(target(code).indicator).toBe(id)
      expect(target(code).rule).toEqual(rule)
    })

    test('what the targets start from', () => {
      const gap = (id: string, period: string) => [OWN, 'DK'].map(area => Math.round(byKey.get(`${id} ${area} ${period}`)!.value! * 10)).reduce((own, country) => own - country)
      expect(gap('dagpenge-jobparate-kontanthjaelp-pct-arbejdsstyrke', AUG)).toBe(-10)
      expect(gap('sygedagpenge-jobafklaring-pct-arbejdsstyrke', AUG)).toBe(6)
      expect(indicator('sygedagpenge-jobafklaring-pct-arbejdsstyrke').polarity).toBe('lower_is_better')
      // 76 per cent positive or neutral is no figure of the satisfied; 4b has none at all.
      const measured = new Set(measurements.map(row => row.indicator))
      expect(targets.filter(item => item.indicator != null && !measured.has(item.indicator)).map(item => item.code)).toEqual(['1a', '4b'])
    })
  })

  describe('numbers', () => {
    interface Claim { kind: 'measurement' | 'target' | 'commitment' | 'note' | 'item' | 'definition' | 'goals', of: string, as?: number }
    const m = (id: string, area: string, period: string, segment = ''): Claim => ({ kind: 'measurement', of: `${id} ${area} ${period} ${segment}`.trim() })
    const t = (of: string): Claim => ({ kind: 'target', of })
    const c = (of: string): Claim => ({ kind: 'commitment', of })
    const item = (of: string): Claim => ({ kind: 'item', of })
    const note = (of: string): Claim => ({ kind: 'note', of })
    const sixGoals: Claim = { kind: 'goals', of: 'number of focus areas' }
    const A = 'Bilag 1, Arbejdsmarkedssituationen'
    const B = ['Alle borgere skal have en værdig sagsbehandling og et aktivt beskæftigelsesrettet forløb', 'Flest mulig ledige i beskæftigelse og sikre virksomhederne arbejdskraft', 'Færre og kortere sygedagpengeforløb',
      'Unge skal i job eller uddannelse', 'Flygtninge og familiesammenførte skal i job', 'Psykisk sårbare og borgere med handicap skal opnå tilknytning til arbejdsmarkedet'].map(title => `Bilag 1, ${title}`)
    const [FT, SHARE, CHANGE] = ['ydelsesmodtagere-fuldtidspersoner', 'ydelsesmodtagere-pct-befolkning-16-66', 'ydelsesmodtagere-aendring-aar-pctpoint'] as const
    const cells = (segment: string): Claim[] => [m(FT, OWN, Q2, segment), m(SHARE, OWN, Q2, segment), m(SHARE, 'DK', Q2, segment), m(CHANGE, OWN, Q2, segment), m(CHANGE, 'DK', Q2, segment)]
    const trio = (segment: string): Claim[] => cells(segment).slice(0, 3)
    const both = (id: string, period: string): Claim[] => [m(id, OWN, period), m(id, 'DK', period)]
    const rows: Record<string, string> = {
      'Ydelsesmodtagere i alt': '',
      'A-dagpenge mv.': 'a-dagpenge',
      Kontanthjælp: 'kontanthjaelp',
      Uddannelseshjælp: 'uddannelseshjaelp',
      Revalidering: 'revalidering',
      Forrevalidering: 'forrevalidering',
      'Selvforsørgelses- og hjemrejseydelse mv.': 'selvforsoergelses-hjemrejseydelse',
      Sygedagpenge: 'sygedagpenge',
      Jobafklaringsforløb: 'jobafklaringsforloeb',
      Ressourceforløb: 'ressourceforloeb',
      Ledighedsydelse: 'ledighedsydelse',
      Fleksjob: 'fleksjob',
      Førtidspension: 'foertidspension',
      Seniorpension: 'seniorpension',
      'Tidlig pension': 'tidlig-pension'
    }
    const BL = 'bruttoledige'
    const UKR = 'ukrainske-flygtninge-modtaget-personer'
    const T4 = 'Fokusområde 4, Tidlig uddannelses- og jobfokus'
    // Every number of the text, in its order, place by place, and what it is.
    const claims: Record<string, Claim[]> = {
      'Forord, afsnit 6': [sixGoals, note('Forord, afsnit 6')],
      'Forord, afsnit 7': [sixGoals],
      'Forord, afsnit 8': [note('Forord, afsnit 6')],
      'Fokusområde 2, indledning, pkt. 7': [c('C3')],
      'Fokusområde 4, indledning, afsnit 1': [item('4.O1')],
      'Fokusområde 4, indledning, afsnit 5': [item('4.I5'), item('4.I5')],
      [`${T4}, afsnit 1`]: [c('C4'), c('C5')],
      'Fokusområde 4, Samling af støtteindsatser for 18-29-årige på tværs af lovgivninger': [item('4.I13'), item('4.I13')],
      'Fokusområde 4, Ungeguides, afsnit 1': [item('4.I15'), item('4.I15'), item('4.I15'), item('4.I15')],
      'Fokusområde 5, indledning, afsnit 1': [m(UKR, 'DK', '2023-11'), m(UKR, OWN, '2023-11'), m(UKR, OWN, '2023-11', 'erhvervsaktiv-alder')],
      'Fokusområde 5, indledning, afsnit 2': [m('nye-flygtninge-kvote-personer', OWN, '2024')],
      'Fokusområde 5, Tidlig virksomhedsrettet og jobrettet indsats samtidig med danskuddannelse, afsnit 1': [c('C8')],
      'Fokusområde 6, indledning, afsnit 4': [item('6.I4')],
      'Fokusområde 6, Rådgivningshuset, afsnit 1': [item('6.I10')],
      [`${A}, afsnit 1`]: [
        m(`${BL}-skoen-finansministeriet-stigning-personer`, 'DK', '2024'), m(`${BL}-skoen-finansministeriet-personer`, 'DK', '2024'),
        m(`${BL}-fremskrivning-star-ultimo-personer`, OWN, '2023'), m(`${BL}-fremskrivning-star-ultimo-personer`, OWN, '2024')],
      [`${A}, afsnit 2`]: [m(`${BL}-personer`, OWN, AUG), m(`${BL}-pct-arbejdsstyrke`, OWN, AUG), m(`${BL}-pct-arbejdsstyrke`, 'RAR-HOV', AUG), m(`${BL}-pct-arbejdsstyrke`, 'DK', AUG)],
      [`${A}, afsnit 3`]: [OWN, 'DK', 'RAR-HOV'].map(area => m('arbejdsstyrke-pct-befolkning-16-66', area, '2022')),
      [`${A}, afsnit 4`]: [m(SHARE, OWN, Q2), { ...m('offentlig-forsoergelse-forskel-hele-landet-pctpoint', OWN, Q2), as: -0.8 }, m(CHANGE, OWN, Q2), m(CHANGE, 'DK', Q2)],
      [`${A}, pkt. 1`]: trio('ressourceforloeb-og-pensioner'),
      [`${A}, pkt. 2`]: trio('kontant-og-uddannelseshjaelp'),
      [`${A}, pkt. 3`]: trio('jobafklaring-og-sygedagpenge'),
      [`${A}, pkt. 4`]: trio('fleksjob-og-ledighedsydelse'),
      [`${A}, pkt. 5`]: trio('a-dagpenge'),
      [`${B[0]}, pkt. 1, underpkt. 1`]: [m('borgere-hoert-enige-eller-neutrale-pct', OWN, '2022')],
      [`${B[0]}, pkt. 1, underpkt. 2`]: [m('borgere-inddraget-i-plan-enige-eller-neutrale-pct', OWN, '2022')],
      [`${B[0]}, pkt. 1, underpkt. 3`]: [m('borgere-behandling-positive-eller-neutrale-pct', OWN, '2022')],
      [`${B[0]}, pkt. 2`]: both('virksomhedsrettet-tilbud-pct-ydelsesmodtagere', AUG),
      [`${B[1]}, pkt. 1`]: [m('dagpenge-fuldtidspersoner', OWN, AUG), m('jobparate-kontanthjaelp-fuldtidspersoner', OWN, AUG), ...both('dagpenge-jobparate-kontanthjaelp-pct-arbejdsstyrke', AUG)],
      [`${B[1]}, pkt. 2`]: [m('formidlingsgrad-jobordrer', OWN, '2023-07'), { ...m('formidlingsgrad-jobordrer', 'DK', '2023-07'), as: 0.8 }],
      [`${B[1]}, pkt. 3`]: both('besaettelsesgrad-jobordrer', '2022-05'),
      ...Object.fromEntries(['service-tilfredsstillende', 'tilfredse-kommunikation', 'oplyst-muligheder-rettigheder', 'anbefaler-jobcenter'].map((id, index) =>
        [`${B[1]}, pkt. 4, skema, linje ${index + 1}`, [m(`virksomheder-${id}-pct`, OWN, '2022')]])),
      [`${B[2]}, pkt. 1`]: [m('sygedagpenge-fuldtidspersoner', OWN, AUG), m('jobafklaring-fuldtidspersoner', OWN, AUG), ...both('sygedagpenge-jobafklaring-pct-arbejdsstyrke', AUG)],
      [`${B[3]}, pkt. 1`]: [m('uddannelseshjaelp-fuldtidspersoner', OWN, AUG), ...both('uddannelseshjaelp-pct-befolkning', AUG)],
      [`${B[4]}, pkt. 1`]: [m('flygtninge-familiesammenfoerte-beskaeftigelse-personer', OWN, '2023-07'), ...both('flygtninge-familiesammenfoerte-beskaeftigelse-pct', '2023-07')],
      [`${B[5]}, pkt. 1`]: [m('fleksjob-personer', OWN, AUG), ...both('fleksjob-pct-fleksjobvisiterede', AUG)],
      [`${B[5]}, pkt. 2`]: [m('aktivitetsparate-loennede-timer-personer', OWN, '2023-06'), ...both('aktivitetsparate-loennede-timer-pct', '2023-06')],
      ...Object.fromEntries(Object.entries(rows).map(([row, segment]) => [`Bilag 1, Tabel 1, ${row}`, cells(segment)])),
      Kolofon: Array.from({ length: 6 }, () => note('Kolofon')),
      ...Object.fromEntries(['1a', '2a', '2c', '3a', '6a', '6b'].flatMap(code => [`Fokusområde ${code[0]}`, 'Bilag 2'].map(part => [`${part}, Resultatmål ${code}`, [t(code)]]))),
      ...Object.fromEntries(['Fokusområde 4', 'Bilag 2'].map(part => [`${part}, Resultatmål 4b`, [{ kind: 'definition', of: target('4b').indicator! } satisfies Claim]]))
    }
    // Numerals that are no figures: taken out before counting, each by its own pattern.
    const noFigures: [RegExp, string][] = [
      [/(?<!\d)20(18|22|23|24)(?!\d)/g, 'years'],
      [/Fokusområde \d(?=\.)|Resultato?mål \d[a-c](?=:)|[Bb]ilag \d|[Tt]abel \d/g, 'numbers of headings and their mentions'],
      [/\b2\. (kvartal|kv\.)/g, 'the quarter of the figures'],
      [/\(16-66 år\)/g, 'the age of the population that shares are taken of'],
      [/^[1-6]\. (?=\p{Lu})/gu, 'the numbers of the list in the foreword']
    ]
    const numeralsOf = ({ place, text }: Block) => {
      const rest = noFigures.reduce((value, [pattern]) => value.replace(pattern, ' '), text)
      if (place === 'Indholdsfortegnelse') return rest.replace(/[\t.]\d+$/, '').match(/\d+/g) ?? []
      if (place.startsWith('Bilag 1, Tabel 1, ')) return rest.split('\t').slice(1)
      return rest.match(/\d+(?:[.,]\d+)*/g) ?? []
    }
    const danish = (printed: string) => Number(printed.replaceAll('.', '').replace(',', '.'))
    const ruleFigure = (code: string) => {
      const rule = target(code).rule
      if (rule.kind === 'threshold') return rule.value
      if (rule.kind === 'gap_reduction') return rule.amount
      return rule.kind === 'benchmark_level' ? Math.abs(rule.margin!) : null
    }
    const claimed = blocks.reduce((map, block) => map.set(block.place, [...map.get(block.place) ?? [], ...numeralsOf(block)]), new Map<string, string[]>())

    test('no number of the text is left over, and none is claimed that is not there', () => {
      const numerals = [...claimed].filter(([, list]) => list.length > 0).map(([place, list]) => [place, list.length])
      expect(Object.fromEntries(numerals)).toEqual(Object.fromEntries(Object.entries(claims).map(([place, list]) => [place, list.length])))
    })

    test.each(Object.entries(claims))('%s', (place, list) => {
      const printed = claimed.get(place)!
      list.forEach((claim, index) => {
        const numeral = printed[index]!
        if (claim.kind === 'measurement') {
          const row = byKey.get(claim.of)!
          expect(row, claim.of).toBeDefined()
          if (numeral === '.') expect([row.value, row.flag]).toEqual([null, 'suppressed'])
          else expect([row.value, row.flag], claim.of).toEqual([claim.as ?? danish(numeral), undefined])
        } else if (claim.kind === 'goals') expect(danish(numeral)).toBe(goals.length)
        else if (claim.kind === 'target') expect(danish(numeral)).toBe(ruleFigure(claim.of))
        else if (claim.kind === 'commitment') {
          const found = plan.commitments.find(one => one.code === claim.of)!
          expect([found.quantity, found.location]).toEqual([danish(numeral), place])
        } else {
          const goal = goals.flatMap(one => [...one.objectives.map(({ code, text }) => ({ code, text })), ...one.initiatives.map(({ code, title, summary }) => ({ code, text: `${title} ${summary}` }))])
          const where = claim.kind === 'definition'
            ? indicator(claim.of).definition
            : claim.kind === 'item' ? goal.find(one => one.code === claim.of)?.text : plan.notes.filter(one => one.location === claim.of).map(one => one.text).join(' ')
          expect(where).toMatch(new RegExp(`(?<!\\d)${numeral}(?!\\d)`))
        }
      })
    })

    test('every measurement is a number of the text, at the place it names', () => {
      const places = new Map<string, string[]>()
      for (const [place, list] of Object.entries(claims)) {
        list.forEach((claim, index) => {
          const at = place.startsWith('Bilag 1, Tabel 1, ') ? `${place}, kolonne ${index + 1}` : place
          if (claim.kind === 'measurement') places.set(claim.of, [...places.get(claim.of) ?? [], at])
        })
      }
      // One printed "ca. 85 pct." stands for two statements.
      const second = `borgere-god-samtale-enige-eller-neutrale-pct ${OWN} 2022`
      expect(measurements.map(keyOf).filter(key => !places.has(key))).toEqual([second])
      expect([byKey.get(second)!.value, byKey.get(second)!.source]).toEqual([85, `${B[0]}, pkt. 1, underpkt. 2`])
      expect(measurements.filter(row => keyOf(row) !== second && !places.get(keyOf(row))!.includes(row.source))).toEqual([])
      expect([measurements.length, byKey.size]).toEqual([137, 137])
      expect(measurements.filter(row => row.source.startsWith('Bilag 1, Tabel 1, '))).toHaveLength(75)
    })

    test('numbers written as words', () => {
      const found = [...claimed.keys()].flatMap(place => {
        const all = blocks.filter(block => block.place === place).map(block => block.text).join(' ')
        return [...all.matchAll(/(?<!\p{L})(én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|toårig\p{L}*|årlig|den første måned)(?!\p{L})/giu)].map(match => `${place}: ${match[0]}`)
      })
      expect(found).toEqual([
        'Fokusområde 1, indledning, afsnit 5: årlig', // C1
        'Fokusområde 2, indledning, afsnit 5: én', // objective 2.O4
        'Fokusområde 2, indledning, pkt. 5: fem', // C2
        'Fokusområde 4, indledning, afsnit 1: én', // initiative 4.I1
        `${T4}, afsnit 1: den første måned`, // C6
        'Fokusområde 4, Samling af støtteindsatser for 18-29-årige på tværs af lovgivninger, afsnit 1: ét', // initiative 4.I13
        'Fokusområde 4, Ungeguides, afsnit 1: én', // C7
        'Fokusområde 5, Fokus på IGU- Integrationsgrunduddannelsen, afsnit 2: toårig' // what the law says an IGU is: a note
      ])
      expect(plan.commitments.map(one => [one.code, one.quantity, one.unit])).toEqual([
        ['C1', 1, 'surveys'], ['C2', 5, 'employees'], ['C3', 48, 'hours'], ['C4', 4, 'weeks'], ['C5', 2, 'weeks'], ['C6', 1, 'months'], ['C7', 1, 'contact persons'], ['C8', 4, 'weeks']
      ])
      expect(goals[1]!.objectives.find(one => one.code === '2.O4')!.text).toContain('én indgang')
    })

    test('each footnote mark stands once in the text and once at its note', () => {
      const marks = text.match(/[¹²³⁴⁵⁶⁷⁸⁹⁰]+/g)!
      expect(marks.toSorted()).toEqual(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '¹⁰', '¹¹', '¹²'].flatMap(mark => [mark, mark]).toSorted())
    })
  })

  describe('indicators', () => {
    const named = [...new Set([...measurements.map(row => row.indicator), ...[...JSON.stringify(targets).matchAll(/"indicator":"([^"]+)"/g)].map(match => match[1]!)])]

    test('each named one has a file, periods fit, segments are declared', () => {
      expect(named.filter(id => !existsSync(seed(`indicators/${id}`)))).toEqual([])
      expect(named.filter(id => indicator(id).id !== id)).toEqual([])
      expect(measurements.filter(row => !periods[indicator(row.indicator).frequency]!.test(row.period))).toEqual([])
      expect(measurements.filter(row => row.segment !== undefined && !indicator(row.indicator).segments.some(segment => segment.code === row.segment))).toEqual([])
    })

    test.each([
      ['borgere-tilfredse-forloeb-pct', 'percent', 'higher_is_better', 'year'],
      ['borgere-behandling-positive-eller-neutrale-pct', 'percent', 'higher_is_better', 'year'],
      ['virksomheder-service-tilfredsstillende-pct', 'percent', 'higher_is_better', 'year'],
      ['virksomhedsrettet-tilbud-pct-ydelsesmodtagere', 'percent', 'higher_is_better', 'month'],
      ['dagpenge-jobparate-kontanthjaelp-pct-arbejdsstyrke', 'percent', 'lower_is_better', 'month'],
      ['formidlingsgrad-jobordrer', 'ratio', 'higher_is_better', 'month'],
      ['besaettelsesgrad-jobordrer', 'ratio', 'higher_is_better', 'month'],
      ['sygedagpenge-jobafklaring-pct-arbejdsstyrke', 'percent', 'lower_is_better', 'month'],
      ['uddannelseshjaelp-pct-befolkning', 'percent', 'lower_is_better', 'month'],
      ['fleksjob-personer', 'persons', 'higher_is_better', 'month'],
      ['ydelsesmodtagere-fuldtidspersoner', 'fulltime_persons', 'neutral', 'quarter'],
      ['ydelsesmodtagere-pct-befolkning-16-66', 'percent', 'neutral', 'quarter'],
      ['ydelsesmodtagere-aendring-aar-pctpoint', 'percentage_points', 'neutral', 'quarter']
    ])('%s: %s, %s, %s', (id, unit, polarity, frequency) => {
      const found = indicator(id)
      expect([found.unit, found.polarity, found.frequency]).toEqual([unit, polarity, frequency])
    })

    test('the choices of the discrepancy notes are told', () => {
      const told = (place: string, ...words: string[]) => plan.notes.some(note => note.kind === 'discrepancy' && note.location!.split('; ').includes(place) && words.every(word => note.text.includes(word)))
      const choices: [string, ...string[]][] = [
        ['Forord, afsnit 6', '10 resultatmål', '11'], ['Forord, pkt. 1', '"Alle ledige"'], ['Forord, pkt. 4', '"jog"'], ['Bilag 2, Fokusområde 3', '"sygdagpengeforløb"'],
        ['Fokusområde 1, Resultatmål 1a', '76 pct.', 'positive eller neutrale'], ['Fokusområde 2, Resultatmål 2b', 'to indikatorer'],
        ['Bilag 1, Flest mulig ledige i beskæftigelse og sikre virksomhederne arbejdskraft, pkt. 2', '080', '0,80'], ['Fokusområde 3, Resultatmål 3a', 'august 2023', '0,6'], ['Mål og strategier', 'I gang']
      ]
      expect(choices.filter(choice => !told(...choice))).toEqual([])
    })

    test('what the definitions must say', () => {
      expect(indicator('flygtninge-familiesammenfoerte-beskaeftigelse-pct').definition).toContain('2018-2023')
      expect(text).toMatch(/cpr\.nr\. i årene 2018 – 2023/)
      for (const id of ['ydelsesmodtagere-pct-befolkning-16-66', 'ydelsesmodtagere-aendring-aar-pctpoint', 'arbejdsstyrke-pct-befolkning-16-66', 'uddannelseshjaelp-pct-befolkning']) expect(indicator(id).definition).toContain('16-66 år')
      for (const id of named.filter(one => /skoen|fremskrivning/.test(one))) expect(indicator(id).definition).toContain('Et skøn, ikke en måling')
    })
  })

  describe('what a careful reader would look up', () => {
    test.each<[string, string, string, string | undefined, number | null]>([
      ['ydelsesmodtagere-fuldtidspersoner', OWN, Q2, undefined, 4723],
      ['ydelsesmodtagere-fuldtidspersoner', OWN, Q2, 'revalidering', null],
      ['ydelsesmodtagere-fuldtidspersoner', OWN, Q2, 'forrevalidering', null],
      ['ydelsesmodtagere-pct-befolkning-16-66', OWN, Q2, 'revalidering', 0],
      ['ydelsesmodtagere-fuldtidspersoner', OWN, Q2, 'foertidspension', 1615],
      ['ydelsesmodtagere-pct-befolkning-16-66', 'DK', Q2, undefined, 17.7],
      ['ydelsesmodtagere-aendring-aar-pctpoint', 'DK', Q2, 'kontanthjaelp', -0.1],
      ['ydelsesmodtagere-aendring-aar-pctpoint', OWN, Q2, 'ressourceforloeb', -0.1],
      ['ydelsesmodtagere-fuldtidspersoner', OWN, Q2, 'ressourceforloeb-og-pensioner', 2087],
      ['formidlingsgrad-jobordrer', 'DK', '2023-07', undefined, 0.8],
      ['besaettelsesgrad-jobordrer', OWN, '2022-05', undefined, 0.64],
      ['bruttoledige-pct-arbejdsstyrke', 'RAR-HOV', AUG, undefined, 3.1],
      ['arbejdsstyrke-pct-befolkning-16-66', 'RAR-HOV', '2022', undefined, 81.5],
      ['fleksjob-pct-fleksjobvisiterede', 'DK', AUG, undefined, 85.9],
      ['aktivitetsparate-loennede-timer-pct', 'DK', '2023-06', undefined, 17.7]
    ])('%s %s %s %s is %s', (id, area, period, segment, value) => {
      expect(byKey.get(`${id} ${area} ${period} ${segment ?? ''}`.trim())?.value).toBe(value)
    })

    test('the table adds up', () => {
      const parts = indicator('ydelsesmodtagere-fuldtidspersoner').segments.map(segment => segment.code).filter(code => !code.includes('-og-'))
      const sum = (id: string, area: string) => parts.reduce((total, code) => total + Math.round((byKey.get(`${id} ${area} ${Q2} ${code}`)!.value ?? 0) * 10), 0)
      const whole = (id: string, area: string) => Math.round(byKey.get(`${id} ${area} ${Q2}`)!.value! * 10)
      expect(parts).toHaveLength(14)
      for (const [id, area] of [['ydelsesmodtagere-fuldtidspersoner', OWN], ['ydelsesmodtagere-pct-befolkning-16-66', OWN], ['ydelsesmodtagere-pct-befolkning-16-66', 'DK'],
        ['ydelsesmodtagere-aendring-aar-pctpoint', OWN], ['ydelsesmodtagere-aendring-aar-pctpoint', 'DK']] as const) expect([id, area, sum(id, area)]).toEqual([id, area, whole(id, area)])
    })

    test('the plan itself', () => {
      expect([plan.id, plan.kommune, plan.kind, plan.status, plan.mandatedByLaw, plan.adoptedBy, plan.adoptedOn]).toEqual(['frederikssund-2024', OWN, 'annual_plan', 'adopted', false, null, null])
      expect(blocks[0]!.text).toBe(plan.title)
      expect(plan.period).toEqual({ from: '2024-01-01', to: '2024-12-31' })
      expect(plan.notes.every(note => note.kind === 'context' || note.kind === 'discrepancy')).toBe(true)
    })
  })
})
