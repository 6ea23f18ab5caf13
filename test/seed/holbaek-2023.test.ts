import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const source = new URL('../../../shared/seeds/holbaek-2023.txt', import.meta.url)
const seed = (path: string) => new URL(`../../db/seed/${path}`, import.meta.url)
const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

interface Located { text: string, location: string }
interface Initiative { code: string, title: string, summary: string, status: string, location: string }
interface Rule { kind: string, indicator?: string, benchmark?: { area?: string, indicator?: string } }
interface Target {
  code: string
  title: string
  indicator: string
  segment: string | null
  population: string
  followUp: string
  window: { start: string, deadline: string }
  rule: Rule & Record<string, unknown>
  location: string
}
interface Goal {
  code: string
  kind: string
  title: string
  summary: string
  nationalGoals: string[]
  location: string
  objectives: (Located & { code: string })[]
  initiatives: Initiative[]
  targets: Target[]
}
interface Plan {
  goals: Goal[]
  commitments: (Located & Record<string, unknown>)[]
  swot: Record<string, Located[]>
  relations: { kind: string, title: string, location: string }[]
  notes: (Located & { kind: string })[]
}
interface Measurement { indicator: string, area: string, segment?: string, period: string, value: number, source: string, note?: string }

const year = { start: '2023-01-01', deadline: '2023-12-31' }
const frequencies: Record<string, RegExp> = {
  year: /^\d{4}$/, half: /^\d{4}-H[12]$/, quarter: /^\d{4}-Q[1-4]$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, week: /^\d{4}-W\d\d$/, day: /^\d{4}-\d\d-\d\d$/
}

describe.skipIf(!existsSync(source))('Holbæk 2023 against its text', () => {
  const text = existsSync(source) ? readFileSync(source, 'utf8') : ''
  const lines = text.split(/\r?\n/)
  const plan: Plan & Record<string, unknown> = read(seed('plans/holbaek-2023.json'))
  const measurements: Measurement[] = read(seed('measurements/holbaek-2023.json')).measurements
  const targets = plan.goals.flatMap((goal) => goal.targets)
  const initiatives = plan.goals.flatMap((goal) => goal.initiatives)
  const goalOf = (code: string) => plan.goals.find((goal) => goal.code === code)!
  const targetOf = (code: string) => targets.find((target) => target.code === code)!
  const at = <T extends { location: string }> (items: T[], place: string) => items.filter((item) => item.location.split('; ').includes(place))

  // The text as the plan prints it: the boxes, the running text by heading, the rows of the annex.
  const bullet = (line: string) => line.startsWith('- ')
  const boxes = [2, 3, 4, 5, 6, 7].map((number) => {
    const start = lines.findIndex((line) => line.startsWith(`Boks ${number}. `))
    const lists: Record<string, string[]> = {}
    let heading = ''
    for (const line of lines.slice(start + 1)) {
      if (/^Målsætning(er)?$/.test(line)) heading = 'Målsætninger'
      else if (line === 'Indsatser' || line === 'Succeskriterier') heading = line
      else if (bullet(line)) (lists[heading] ??= []).push(line.slice(2))
      else if (heading === 'Succeskriterier' && line !== '') break
    }
    return { number, title: (lines[start] ?? '').replace(/^Boks \d\. /, ''), lists }
  })
  const paragraphs = (heading: string) => {
    const rest = lines.slice(lines.indexOf(heading) + 1)
    const ends = [...boxes.map((box) => box.title), 'De beskæftigelsespolitiske mål i 2023', 'Ambition og mål i Beskæftigelsesplan 2023']
    const end = rest.findIndex((line) => ends.includes(line) || line.startsWith('Boks '))
    return rest.slice(0, end).filter((line) => line !== '' && !bullet(line))
  }
  const afterBox1 = () => {
    const rest = lines.slice(lines.findIndex((line) => line.startsWith('I det følgende udfoldes')))
    return rest.slice(0, rest.indexOf(boxes[0]!.title)).filter((line) => line !== '')
  }
  const annex = () => {
    const rows: string[][] = []
    for (const line of lines.slice(lines.findLastIndex((entry) => entry.startsWith('Bilag 1: ')) + 1)) {
      if (line === '' || line.startsWith('BUP 2023') || /^[-\t]+$/.test(line)) continue
      const cells = line.split('\t').map((cell) => cell.trim())
      if (cells[0] === '' || /^-+$/.test(cells[0]!)) cells.forEach((cell, n) => { rows.at(-1)![n] = `${rows.at(-1)![n] ?? ''} ${cell}`.trim() })
      else rows.push(cells)
    }
    return rows
  }
  /** The line of the text a location of the running text names; undefined where there is none. */
  const placed = (location: string) => {
    const match = /^Brødtekst, (.+?)(, efter Boks 1)?, stk\. (\d+)$/.exec(location)
    if (match === null) return undefined
    return (match[2] ? afterBox1() : paragraphs(match[1]!))[Number(match[3]) - 1]
  }
  const plain = (value: string) => value.toLowerCase().replace(/-/g, '').replace(/[^a-zæøåé0-9]+/g, ' ').trim()

  describe('items', () => {
    test('box 1: the ambition, five ministerial goals and a local one, as printed', () => {
      const start = lines.findIndex((line) => line.startsWith('Boks 1.'))
      const printed = lines.slice(start, lines.findIndex((line) => line.startsWith('I det følgende udfoldes')))
      const rows = printed.flatMap((line) => /^(?:Ministermål|Lokalt mål) (\d)\. (.+)$/.exec(line)?.slice(1) ?? [])
      const ambition = printed[printed.indexOf('Ambition') + 2]
      expect(plan.goals.map((goal) => [goal.code, goal.title]).flat()).toEqual(['A', ambition, ...rows])
      expect(plan.goals.map((goal) => goal.kind)).toEqual(['ambition', ...Array(5).fill('ministerial'), 'local'])
      expect(plan.goals.map((goal) => goal.nationalGoals)).toEqual([[], ['2023-1'], ['2023-2'], ['2023-3'], ['2023-4'], ['2023-5'], []])
      expect(plan.goals.map((goal) => goal.location)).toEqual(['Boks 1, Ambition', ...[1, 2, 3, 4, 5].map((n) => `Boks 1, Ministermål ${n}`), 'Boks 1, Lokalt mål 6'])
      expect(boxes.map((box) => box.title)).toEqual(plan.goals.slice(1).map((goal) => goal.title))
      const national: string[] = read(new URL('../../../shared/data/national-goals.json', import.meta.url)).goals['2023']
      expect(plan.goals.slice(1, 6).map((goal) => goal.title)).toEqual(national)
    })

    test.each([[2, 1, 6, 1], [3, 2, 5, 1], [4, 1, 8, 1], [5, 1, 5, 1], [6, 1, 11, 3], [7, 1, 8, 1]])(
      'box %i prints %i objectives, %i initiatives and %i criteria', (number, objectives, actions, criteria) => {
        const { lists } = boxes.find((box) => box.number === number)!
        expect([lists.Målsætninger!.length, lists.Indsatser!.length, lists.Succeskriterier!.length]).toEqual([objectives, actions, criteria])
      })

    test.each([2, 3, 4, 5, 6, 7])('every bullet of box %i is an item, its printed title kept', (number) => {
      const { lists } = boxes.find((box) => box.number === number)!
      const goal = goalOf(String(number - 1))
      const places = (heading: string) => lists[heading]!.map((_, n) => `Boks ${number}, ${heading}, pkt. ${n + 1}`)
      expect(goal.objectives.map((item) => item.location).filter((place) => place.startsWith('Boks '))).toEqual(places('Målsætninger'))
      const boxed = goal.initiatives.filter((item) => item.location.startsWith('Boks '))
      expect(boxed.map((item) => item.location)).toEqual(places('Indsatser'))
      const printed = lists.Indsatser!.map((line) => /^\*(.+?):?\*:?/.exec(line)![1]!.replace(/:$/, ''))
      expect(boxed.map((item) => item.title)).toEqual(printed)
      for (const place of places('Succeskriterier')) expect(at(goal.targets, place), place).toHaveLength(1)
    })

    test('initiatives of the running text stand in the paragraph they name, with words printed there', () => {
      const running = initiatives.filter((item) => !item.location.startsWith('Boks '))
      expect(running.map((item) => item.code)).toEqual([
        'A.I1', 'A.I2', 'A.I3', 'A.I4', 'A.I5', 'A.I6', 'A.I7', 'A.I8', 'A.I9', '2.I6', '3.I9', '3.I10', '4.I6', '5.I12', '5.I13', '5.I14', '5.I15', '5.I16', '6.I9', '6.I10', '6.I11'
      ])
      for (const item of running) expect(plain(placed(item.location) ?? ''), item.code).toContain(plain(item.title))
    })

    test('objectives of the running text, beside the guidelines, stand where the text calls them an aim', () => {
      const aims: Record<string, string> = {
        'A.O1': 'flere borgere med problemer ud over ledighed',
        'A.O2': 'Flere unge skal i job eller uddannelse',
        '3.O2': 'er et mål med indsatsen',
        '5.O2': 'helt centralt mål',
        '5.O3': 'stærk samarbejdspartner',
        '6.O2': 'efterstræber de uddannelsespolitiske målsætninger'
      }
      const running = plan.goals.flatMap((goal) => goal.objectives).filter((item) => item.location.startsWith('Brødtekst'))
      expect(running.map((item) => item.code)).toEqual(Object.keys(aims))
      for (const item of running) expect(placed(item.location), item.code).toContain(aims[item.code])
    })

    test('an initiative is ongoing where the text says that it runs already, and nowhere else', () => {
      const running = initiatives.filter((item) => item.status === 'ongoing')
      expect(running.map((item) => item.code)).toEqual([
        'A.I3', 'A.I5', 'A.I9', '1.I1', '2.I3', '2.I4', '3.I5', '3.I6', '3.I7', '3.I10', '4.I1', '5.I10', '5.I16', '6.I1', '6.I5', '6.I8', '6.I11'
      ])
      for (const item of running) {
        const boxed = /^Boks (\d), Indsatser, pkt\. (\d+)$/.exec(item.location)
        const printed = boxed ? boxes[Number(boxed[1]) - 2]!.lists.Indsatser![Number(boxed[2]) - 1]! : placed(item.location)!
        // The guidelines are said to go on in the paragraph before the box.
        expect(item.code === '1.I1' ? paragraphs(boxes[0]!.title)[0] : printed, item.code).toMatch(/fortsat|fortsæt|fortætter|fastholdes|videreudvikl|endnu (mere|højere)/i)
      }
      expect(new Set(initiatives.map((item) => item.status))).toEqual(new Set(['planned', 'ongoing']))
    })

    test('annex 1: every row and every criterion has its target', () => {
      const rows = annex()
      expect(rows.map((row) => row[0])).toEqual(['Ambition', ...[1, 2, 3, 4, 5].map((n) => `Ministermål ${n}`), 'Lokalt mål'])
      rows.forEach((row, n) => {
        const goal = plan.goals[n]!
        const sentences = row[4]!.split(/(?<=\.) (?=Med udgangen)/)
        expect(at(goal.targets, `Bilag 1, ${row[0]}, Succeskriterier`), row[0]).toHaveLength(sentences.length)
        expect(plain(row[1]!).replaceAll(' ', ''), row[0]).toBe(plain(goal.title).replaceAll(' ', ''))
        expect(goal.targets.every((target) => target.followUp !== '' && target.population !== '')).toBe(true)
      })
    })

    test('what annex 1 measures beside the criteria is followed, not judged', () => {
      const monitored = targets.filter((target) => target.rule.kind === 'monitor')
      const measured: Record<string, string> = {
        '1b': 'Udviklingen i antal klager.', '2b': 'Målingen opgør antal personer fra 16 år', '5d': 'Udviklingen i antal rekrutteringer.'
      }
      expect(monitored.map((target) => target.code)).toEqual(Object.keys(measured))
      for (const target of monitored) {
        const place = /^Bilag 1, (.+), Hvad måles der på\?$/.exec(target.location)![1]
        expect(annex().find((row) => row[0] === place)![3]).toContain(measured[target.code])
      }
    })

    test('the guidelines are objectives one by one, the values stand together as printed', () => {
      const list = (lead: string) => {
        const rest = lines.slice(lines.findIndex((line) => line.includes(lead)) + 2)
        return rest.slice(0, rest.indexOf('')).map((line) => line.slice(2))
      }
      const guidelines = list('De politisk besluttede ledetråde for værdighed')
      const values = list('Værdierne er:')
      expect([guidelines.length, values.length]).toEqual([6, 6])
      const words = ['fremdrift', 'jobønsker', 'hør', 'fagligt stærke', 'korrekt', 'høflig']
      const kept = goalOf('1').objectives.slice(1)
      expect(kept.map((item) => item.location)).toEqual(guidelines.map((_, n) => `${boxes[0]!.title}, Ledetråde, pkt. ${n + 1}`))
      kept.forEach((item, n) => {
        expect(item.text.startsWith(`Ledetråd ${n + 1}: `), item.code).toBe(true)
        for (const text of [guidelines[n], item.text]) expect(text, item.code).toContain(words[n])
      })
      const listed = at(plan.notes, `${boxes[0]!.title}, Værdier, pkt. 1-${values.length}`)
      expect(listed.map((note) => /: (.+) og (.+)\.$/.exec(note.text)!.slice(1).flatMap((names) => names.split(', ')))).toEqual([values])
    })

    test('the handleplaner that report in are the three in brackets, in order', () => {
      const printed = /tilhørende handleplaner \((.+?), (.+?) og (.+?)\)/.exec(text)!.slice(1)
      const reporting = plan.relations.filter((relation) => relation.kind === 'reports_into')
      expect(reporting.map((relation) => relation.title)).toEqual(printed)
      for (const relation of reporting) expect(placed(relation.location)).toContain(relation.title)
    })

    test('every agreement, policy and strategy it draws on stands where the relation says', () => {
      const drawn = plan.relations.filter((relation) => relation.kind === 'draws_on')
      expect(drawn).toHaveLength(9)
      expect(plan.relations).toHaveLength(12)
      for (const { title, location } of drawn) {
        const boxed = /^Boks (\d), Indsatser, pkt\. (\d+)$/.exec(location)
        const place = boxed ? boxes.find((box) => box.number === Number(boxed[1]))!.lists.Indsatser![Number(boxed[2]) - 1] : placed(location)
        expect(plain(place ?? ''), title).toContain(plain(title))
      }
      // Every name the text sets in quotation marks is one of them; "tæt på" is a manner of speaking.
      const quoted = new Set([...text.matchAll(/"([^"\n]+?),?"/g)].map((match) => match[1]!))
      for (const name of ['tæt på', 'Arbejdsmarked, Uddannelse og Borgerservice']) expect(quoted.delete(name), name).toBe(true)
      for (const name of quoted) expect(drawn.filter((relation) => relation.title.startsWith(name)), name).toHaveLength(1)
    })

    test('counts of the whole', () => {
      expect(plan.goals.map((goal) => [goal.objectives.length, goal.initiatives.length, goal.targets.length])).toEqual([
        [2, 9, 1], [7, 6, 2], [2, 6, 2], [2, 10, 1], [1, 6, 1], [3, 16, 4], [2, 11, 1]
      ])
      expect([plan.commitments.length, measurements.length]).toEqual([1, 3])
      expect(Object.values(plan.swot)).toEqual([[], [], [], []])
    })

    test('codes are unique, and every location is of a known form', () => {
      const codes = [...plan.goals, ...targets].map((item) => item.code)
      expect(new Set(codes).size).toBe(codes.length)
      const forms = /^(Boks 1, .+|Boks [2-7], (Målsætninger|Indsatser|Succeskriterier), pkt\. \d+|Brødtekst, .+, stk\. \d+|Bilag 1, .+, (Succeskriterier|Hvad måles der på\?)|.+, Ledetråde, pkt\. \d|.+, Værdier, pkt\. 1-6|Forord, underskrift)$/
      const items = [...plan.goals, ...plan.goals.flatMap((goal) => goal.objectives), ...initiatives, ...targets, ...plan.commitments, ...plan.relations, ...plan.notes]
      for (const item of items) {
        for (const place of item.location.split('; ')) {
          expect(place).toMatch(forms)
          if (place.startsWith('Brødtekst')) expect(placed(place), place).toBeDefined()
        }
      }
      for (const { code, initiatives: own, objectives } of plan.goals) {
        expect(own.map((item) => item.code)).toEqual(own.map((_, n) => `${code}.I${n + 1}`))
        expect(objectives.map((item) => item.code)).toEqual(objectives.map((_, n) => `${code}.O${n + 1}`))
      }
    })

    test('no sentence is copied: at most eight words in a row are as printed', () => {
      const words = (value: string) => plain(value).split(' ')
      const printed = ` ${words(text).join(' ')} `
      const own = [
        ...plan.goals.flatMap((goal) => [goal.summary, ...goal.objectives.map((item) => item.text)]), ...initiatives.map((item) => item.summary),
        ...targets.flatMap((target) => [target.title, target.population]), ...[...plan.commitments, ...plan.notes].map((item) => item.text)
      ]
      for (const value of own) {
        const list = words(value)
        for (let n = 0; n + 9 <= list.length; n++) {
          const run = list.slice(n, n + 9).join(' ')
          expect(printed.includes(` ${run} `), run).toBe(false)
        }
      }
    })
  })

  test('every number of the text is accounted for', () => {
    const note = (part: string) => plan.notes.some((entry) => entry.text.includes(part))
    const summary = (code: string) => initiatives.find((item) => item.code === code)!.summary
    const definition = (id: string): string => read(seed(`indicators/${id}.json`)).definition
    const value = (indicator: string, period: string) => measurements.find((row) => row.indicator === indicator && row.period === period)?.value
    const all = () => true
    // What is printed, how often, what kept it. Each is struck out of the text once found; no digit may be left.
    const accounted: [RegExp, number, () => boolean][] = [
      // labels of the print: page numbers of the contents, boxes, annex, numbered goals, header of the annex
      [/(?<=\t)\d+$/gm, 27, all],
      [/(?<=^|for en samlet .*til )bilag 1(?=[:.])/gim, 3, all],
      [/^Boks [1-7](?=\. )/gm, 7, all],
      [/^Ministermål [1-5](?=[.\t])/gm, 10, () => goalOf('5').location === 'Boks 1, Ministermål 5'],
      [/^Lokalt mål 6(?=\.)/gm, 1, () => goalOf('6').location === 'Boks 1, Lokalt mål 6'],
      [/(?<=^BUP )2023(?=\t)/gm, 1, all],
      [/COVID-19/g, 1, all],
      // the goals counted
      [/udmeldt 5 (?=ministermål)/g, 1, () => plan.goals.filter((goal) => goal.kind === 'ministerial').length === 5],
      [/overordnede 6 mål/g, 1, () => plan.goals.filter((goal) => goal.kind !== 'ambition').length === 6],
      // what was measured
      [/har i 2022 nået et niveau på 1,9 pct/g, 1, () => value('ledighed-pct-oplyst', '2022') === 1.9],
      [/fra 2020, hvor .* en ledighed fra 4,3 pct til det i dag historisk lave 1,9 pct/g, 1, () => value('ledighed-pct-oplyst', '2020') === 4.3],
      [/ca\. 100 nationaliteter/g, 1, () => value('nationaliteter-antal', '2022-12') === 100],
      // targets and their windows
      [/udgangen af 2023 vil 75 pct\. af adspurgte borgere/g, 2, () => targetOf('1a').rule.value === 75 && targetOf('1a').window.deadline === '2023-12-31'],
      [/udgangen af 2023 vil 75 pct\. af adspurgte virksomheder/g, 3, () => targetOf('5a').rule.value === 75 && targetOf('5a').window.deadline === '2023-12-31'],
      [/udgangen af 2023 skal der oprettes 700 rekrutterings(ansøgninger|anmodninger)/g, 2, () => targetOf('5b').rule.value === 700 && targetOf('5b').window.deadline === '2023-12-31'],
      [/hæves med 10 procentpoint/g, 1, () => targetOf('5c').rule.amount === 10],
      [/skal i 2023 følge samme udvikling/g, 2, () => targetOf('2a').window.start === '2023-01-01'],
      [/forventninger til beskæftigelsen i august 2022/g, 1, () => definition('midlertidig-forsoergelse-udvikling-forventet-pct').includes('august 2022')],
      // groups by age and year
      [/personer fra 16 år til/g, 1, () => targetOf('2b').population.includes('16 år')],
      [/flygtning fra 2004 og fremefter/g, 1, () => targetOf('3a').population.includes('2004')],
      [/alder \(18-66 år\)/g, 1, () => targetOf('3a').population.includes('18-66 år')],
      [/alderen 16-66 år/g, 1, () => definition('uddannelseshjaelp-pct-befolkning').includes('16-66 år')],
      [/op til 5 år/g, 1, () => summary('3.I8').includes('op til 5 års')],
      // a national aim, not the plan's
      [/mindst 90 pct\. af de 25-årige .* i 2030/g, 1, () => goalOf('6').objectives[1]!.text.includes('mindst 90 pct. af de 25-årige skal i 2030')],
      // dates and names of what it draws on
      [/i februar 2021 besluttet/g, 1, () => note('besluttet i februar 2021')],
      [/etisk kodeks i 2018/g, 1, () => note('vedtaget i 2018')],
      [/I 2020 vedtog Regeringen/g, 1, () => note('Politiske aftaler fra 2020')],
      [/integrationsstrategi \(2017\)/g, 1, () => plan.relations.some((relation) => relation.title.endsWith('integrationsstrategi (2017)'))],
      [/særlige behov, 2021-2025"/g, 1, () => plan.relations.some((relation) => relation.title.endsWith('særlige behov, 2021-2025'))],
      [/^December 2022$/gm, 1, () => note('Forordet er fra december 2022')],
      [/fortsat var højt i 2022/g, 1, () => note('stadig var højt i 2022')],
      // 2023 as the plan's own year: its name, then its course, phrase by phrase
      [/Beskæftigelsesplan(en)? 2023/gi, 6, () => plan.title === 'Beskæftigelsesplan 2023'],
      ...[
        'De beskæftigelsespolitiske mål i 2023', 'På arbejdsmarkedet. I 2023 forventer', 'det vil i 2023 blive', 'ministermål i 2023', 'jobmesser, og i 2023', 'I 2023 fortsættes', 'fundament ind i 2023',
        'endnu mere i 2023', 'vil tage i 2023', 'i løbet af 2023', 'ind-satser i 2023', 'omdrejningspunkt i 2023', 'I 2023 vil der via ledelsestilsyn', 'derfor i 2023 fortsat styrke',
        'virksomhedsindsatsen i 2023', 'skal vi i 2023', 'fokusområde i 2023'
      ].map((phrase, n): [RegExp, number, () => boolean] => [new RegExp(phrase, 'gi'), n === 0 ? 2 : 1, () => targets.every((target) => target.window.deadline === year.deadline)])
    ]
    let rest = text
    for (const [pattern, times, kept] of accounted) {
      expect([String(pattern), [...rest.matchAll(pattern)].length]).toEqual([String(pattern), times])
      expect(kept(), String(pattern)).toBe(true)
      rest = rest.replace(pattern, (found) => found.replace(/\d/g, '#'))
    }
    expect(rest.split('\n').map((line, n) => [n + 1, line] as const).filter(([, line]) => /\d/.test(line))).toEqual([])
  })

  describe('indicators', () => {
    const named = new Set([
      ...targets.flatMap((target) => [target.indicator, target.rule.benchmark?.indicator ?? target.indicator]), ...measurements.map((row) => row.indicator)
    ])

    test('each is described', () => {
      expect(named.size).toBe(15)
      for (const id of named) {
        const url = seed(`indicators/${id}.json`)
        expect(existsSync(url), id).toBe(true)
        expect(read(url)).toMatchObject({ id, name: { da: expect.any(String), en: expect.any(String) }, breaks: [] })
      }
    })

    test('the period of each measurement is of the frequency, its segment declared, its area Holbæk', () => {
      for (const row of measurements) {
        const { frequency, segments } = read(seed(`indicators/${row.indicator}.json`))
        if (frequency !== 'irregular') expect(row.period, row.indicator).toMatch(frequencies[frequency]!)
        if (row.segment !== undefined) expect(segments.map((segment: { code: string }) => segment.code)).toContain(row.segment)
        expect(row.area).toBe('0316')
        expect(placed(row.source), row.source).toBeDefined()
      }
    })

    test('a baseline period is of the frequency, a benchmark by another indicator of the same unit, frequency and polarity', () => {
      for (const target of targets) {
        const own = read(seed(`indicators/${target.indicator}.json`))
        const baseline = target.rule.baseline as { period?: string } | undefined
        if (baseline?.period !== undefined) expect(baseline.period).toMatch(frequencies[own.frequency]!)
        if (target.rule.benchmark?.indicator === undefined) continue
        const other = read(seed(`indicators/${target.rule.benchmark.indicator}.json`))
        expect([other.unit, other.frequency, other.polarity]).toEqual([own.unit, own.frequency, own.polarity])
      }
    })

    test.each([
      ['midlertidig-forsoergelse-udvikling-pct', 'percent', 'lower_is_better', 'month'],
      ['borgere-enige-indsats-tilfredsstillende-pct', 'percent', 'higher_is_better', 'year'],
      ['klager-ankestyrelsen-antal', 'count', 'lower_is_better', 'year'],
      ['opkvalificering-paabegyndt-pct-ydelsesmodtagere', 'percent', 'higher_is_better', 'month'],
      ['opkvalificering-paabegyndt-personer', 'persons', 'higher_is_better', 'month'],
      ['flygtninge-familiesammenfoerte-2004-beskaeftigede-pct', 'percent', 'higher_is_better', 'month'],
      ['handicapkompenserende-ordninger-pct-borgere', 'percent', 'higher_is_better', 'month'],
      ['virksomheder-service-tilfredsstillende-pct', 'percent', 'higher_is_better', 'year'],
      ['rekrutteringsanmodninger-oprettede-antal', 'count', 'higher_is_better', 'month'],
      ['virksomheder-tilfredshedsmaaling-svarprocent-pct', 'percent', 'higher_is_better', 'year'],
      ['rekrutteringer-antal', 'count', 'higher_is_better', 'month'],
      ['uddannelseshjaelp-pct-befolkning', 'percent', 'lower_is_better', 'month'],
      ['ledighed-pct-oplyst', 'percent', 'lower_is_better', 'irregular'],
      ['nationaliteter-antal', 'count', 'neutral', 'irregular']
    ])('%s is in %s, %s, by %s', (id, unit, polarity, frequency) => {
      expect(read(seed(`indicators/${id}.json`))).toMatchObject({ unit, polarity, frequency })
    })
  })

  describe('what a careful reader looks up', () => {
    test('the plan', () => {
      expect(plan).toMatchObject({
        id: 'holbaek-2023',
        kommune: '0316',
        title: 'Beskæftigelsesplan 2023',
        kind: 'annual_plan',
        status: 'adopted',
        adoptedBy: null,
        adoptedOn: null,
        umbrella: null,
        period: { from: '2023-01-01', to: '2023-12-31' }
      })
    })

    test.each<[string, string, Record<string, unknown>]>([
      ['Aa', 'midlertidig-forsoergelse-udvikling-pct', { kind: 'benchmark_level', comparator: 'lt', margin: 0, benchmark: { area: 'DK', indicator: 'midlertidig-forsoergelse-udvikling-forventet-pct' } }],
      ['1a', 'borgere-enige-indsats-tilfredsstillende-pct', { kind: 'threshold', comparator: 'gte', value: 75 }],
      ['1b', 'klager-ankestyrelsen-antal', { kind: 'monitor' }],
      ['2a', 'opkvalificering-paabegyndt-pct-ydelsesmodtagere', { kind: 'benchmark_trend', comparator: 'gte', margin: 0, mode: 'absolute', baseline: { lag: 'P1Y' }, benchmark: { area: 'DK' } }],
      ['2b', 'opkvalificering-paabegyndt-personer', { kind: 'monitor' }],
      ['3a', 'flygtninge-familiesammenfoerte-2004-beskaeftigede-pct', { kind: 'benchmark_level', comparator: 'gte', margin: 0, benchmark: { area: 'DK' } }],
      ['4a', 'handicapkompenserende-ordninger-pct-borgere', { kind: 'benchmark_trend', comparator: 'gte', margin: 0, mode: 'absolute', baseline: { lag: 'P1Y' }, benchmark: { area: 'DK' } }],
      ['5a', 'virksomheder-service-tilfredsstillende-pct', { kind: 'threshold', comparator: 'gte', value: 75 }],
      ['5b', 'rekrutteringsanmodninger-oprettede-antal', { kind: 'threshold', comparator: 'gte', value: 700, aggregate: 'sum' }],
      ['5c', 'virksomheder-tilfredshedsmaaling-svarprocent-pct', { kind: 'change', comparator: 'gte', amount: 10, mode: 'absolute', baseline: { period: '2022' } }],
      ['5d', 'rekrutteringer-antal', { kind: 'monitor' }],
      ['6a', 'uddannelseshjaelp-pct-befolkning', { kind: 'benchmark_level', comparator: 'lte', margin: 0, benchmark: { area: 'RAR-SJ' } }]
    ])('target %s', (code, indicator, rule) => {
      expect(targetOf(code)).toMatchObject({ indicator, segment: null, window: year })
      expect(targetOf(code).rule).toEqual(rule)
    })

    test('twelve targets and no more', () => {
      expect(targets.map((target) => target.code)).toEqual(['Aa', '1a', '1b', '2a', '2b', '3a', '4a', '5a', '5b', '5c', '5d', '6a'])
    })

    test('measurements', () => {
      expect(measurements.map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
        ['ledighed-pct-oplyst', '2022', 1.9], ['ledighed-pct-oplyst', '2020', 4.3], ['nationaliteter-antal', '2022-12', 100]
      ])
      expect(measurements[2]!.note).toContain('Ca. 100')
    })

    test('the yearly survey is promised', () => {
      expect(paragraphs(boxes[0]!.title)[3]).toContain('en årlig tilfredshedsmåling')
      expect(plan.commitments[0]).toMatchObject({ code: 'C1', quantity: 1, unit: 'surveys', per: 'year', due: null })
    })

    test.each([
      ['Bilag 1, Ambition, Succeskriterier', 'ægte lavere'], ['Brødtekst, Alle ledige skal have en værdig sagsbehandling, stk. 1', '1.O2-1.O7'],
      ['Bilag 1, Ministermål 1, Hvad måles der på?', '1b'], ['Bilag 1, Ministermål 2, Hvad måles der på?', '2b'],
      ['Boks 3, Succeskriterier, pkt. 1', '2a'], ['Boks 4, Succeskriterier, pkt. 1', '3a'], ['Boks 5, Succeskriterier, pkt. 1', '4a'],
      ['Boks 6, Succeskriterier, pkt. 2', 'rekrutteringsanmodninger'], ['Boks 6, Succeskriterier, pkt. 3', '5c'], ['Bilag 1, Lokalt mål, Succeskriterier', 'Region Sjælland'],
      ['Boks 6, Indsatser, pkt. 4', 'HUSC'], ['Bilag 1, Lokalt mål, Hvad måles der på?', '16-66 år']
    ])('the choice at %s is told', (place, part) => {
      const found = at(plan.notes, place).filter((note) => note.kind === 'discrepancy')
      expect(found).toHaveLength(1)
      expect(found[0]!.text).toContain(part)
      expect(found[0]!.text).toContain('Valg')
    })
  })
})
