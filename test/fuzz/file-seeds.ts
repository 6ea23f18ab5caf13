/** What files are made of: the indicator and the mappings that the fuzzer puts first, and small whole files of every kind. */
export const INDICATOR = { name: { da: 'Prøve', en: 'Trial' }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', segments: [{ code: 'unge', name: { da: 'Unge', en: 'Young people' } }] }
export const MAPPINGS = {
  'fuzz-table': {
    id: 'fuzz-table', title: { da: 'T', en: 'T' }, table: 'y1', totals: { Ydelse: 'Ydelser i alt' }, series: [{ measure: 'Antal', members: {}, indicator: 'fuzz', segment: null }, { measure: 'Antal', members: { Ydelse: 'Unge' }, indicator: 'fuzz', segment: 'unge' }], ignored: { measures: ['Andel'], members: { Ydelse: ['Andet'] } }
  },
  'fuzz-cube': { id: 'fuzz-cube', title: { da: 'C', en: 'C' }, table: 'AUL01', series: [{ measure: 'Fuldtidsledige', members: {}, indicator: 'fuzz', segment: null }], ignored: { measures: [] } }
}

type Row = Record<string, unknown>
const ROWS: Row[] = [
  { indicator: 'fuzz', area: '0250', period: '2024-05', value: 3.9 },
  { indicator: 'fuzz', area: 'Hele landet', period: '2024M06', value: 1234.5, segment: 'unge', flag: 'provisional', source: 'Jobindsats', note: 'En note' },
  { indicator: 'fuzz', area: '316', period: '2024-06', value: null, flag: 'suppressed' }
]
const COLUMNS = ['Periode', 'Område', 'Ydelse', 'Antal', 'Andel']
const CELLS = [['2024M05', 'Hele landet', 'Ydelser i alt', 10, 1], ['2024M05', 'Holbæk', 'Unge', null, 1], ['2024M06', 'Frederikssund', 'Andet', 7.5, 2]]

const table = (...names: string[]): unknown[][] => [names, ...ROWS.map(row => names.map(name => row[name] ?? ''))]
/** As StatBank answers JSONSTAT: 1.x, with id, size and role inside of dimension, and a ContentsCode that nobody asked for. */
export const STATBANK = {
  dataset: {
    dimension: {
      OMRÅDE: { label: 'område', category: { index: { '000': 0, 316: 1 }, label: { '000': 'Hele landet', 316: 'Holbæk' } } },
      ContentsCode: { label: 'Indhold', category: { index: { AUL01: 0 }, label: { AUL01: 'Fuldtidsledige' } } },
      Tid: { label: 'tid', category: { index: { '2024M05': 0, '2024M06': 1 }, label: { '2024M05': '2024M05', '2024M06': '2024M06' } } },
      id: ['OMRÅDE', 'ContentsCode', 'Tid'],
      size: [2, 1, 2],
      role: { geo: ['OMRÅDE'], metric: ['ContentsCode'], time: ['Tid'] }
    },
    label: 'Fuldtidsledige efter område, Indhold og tid',
    source: 'Danmarks Statistik',
    value: [3, 4, null, 2.5]
  }
}
const JSON_STAT = {
  version: '2.0', class: 'dataset', label: 'Tal', id: ['indicator', 'area', 'period'], size: [1, 2, 2], role: { geo: ['area'], time: ['period'], metric: ['indicator'] }, dimension: { indicator: { category: { index: ['fuzz'] } }, area: { category: { index: { DK: 0, '0316': 1 } } }, period: { category: { index: ['2024-05', '2024-06'] } } }, value: { 0: 3, 1: 4, 3: 2.5 }, status: { 2: 'suppressed', 3: 'provisional' }
}

const WINDOW = { start: '2024-01-01', deadline: '2024-12-31' }
const RULES: Row[] = [
  { kind: 'threshold', comparator: 'lte', value: 3.5, aggregate: 'mean' },
  { kind: 'change', comparator: 'lte', amount: -1, mode: 'relative', baseline: { lag: 'P1Y' } },
  { kind: 'benchmark_level', comparator: 'lte', margin: 0.5, benchmark: { area: 'DK' } },
  { kind: 'benchmark_trend', comparator: 'lte', benchmark: { area: 'DK' }, baseline: { value: 4, on: '2023-12-31', benchmark: 3 } },
  { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } },
  { kind: 'direction', direction: 'decrease', baseline: { period: '2023-08' } },
  { kind: 'all_of', rules: [{ kind: 'monitor', indicator: 'fuzz' }, { kind: 'any_of', rules: [{ kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale', due: '2024-06-30' }] }, { kind: 'assessment', reviewEvery: 'P6M' }] }] }
]
export const PLAN = {
  id: 'fuzz-2024', kommune: '0253', title: 'Plan', kind: 'annual_plan', status: 'adopted', period: { from: '2024-01-01', to: '2024-12-31' }, paceLimits: { onTrack: 0.9, atRisk: 0.5 }, sources: [{ title: 'Kilde', location: 's. 1' }], goals: [{ code: '1', kind: 'local', title: 'Mål', nationalGoals: ['2023-5'], objectives: [{ code: '1.O1', text: 'En sætning' }], initiatives: [{ code: '1.I1', title: 'Indsats', status: 'planned' }], targets: RULES.map((rule, at) => ({ code: `1${'abcdefg'[at]}`, title: `Måltal ${at}`, indicator: rule.kind === 'all_of' ? undefined : 'fuzz', window: WINDOW, rule })) }], commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours' }], swot: { strengths: [{ text: 'x' }], weaknesses: [], opportunities: [], threats: [] }, relations: [], notes: [{ kind: 'discrepancy', text: 'x' }]
}

/** How a value becomes a file, and where it is sent. */
export type Seed = { kind: 'csv' | 'lines' | 'xlsx' | 'json' | 'yaml', value: unknown, method: 'POST' | 'PUT', url: string, type: string }
const imported = (format: string, kind: Seed['kind'], value: unknown, type: string, mapping = ''): Seed[] => [
  { kind, value, method: 'POST', url: `/v1/imports/${format}?reason=Fuzz${mapping && `&mapping=${mapping}`}`, type },
  { kind, value, method: 'POST', url: `/v1/imports/preview?format=${format}${mapping && `&mapping=${mapping}`}`, type }
]
const posted = (kind: Seed['kind'], value: unknown, type: string): Seed => ({ kind, value, method: 'POST', url: '/v1/measurements?reason=Fuzz', type })
const put = (kind: 'json' | 'yaml', value: { id: string }): Seed => ({ kind, value, method: 'PUT', url: `/v1/plans/${value.id}/document?reason=Fuzz`, type: `application/${kind}` })
const [JSON_TYPE, CSV_TYPE] = ['application/json', 'text/csv']

/** Every kind of file, valid. @param plans documents of plans that are there */
export const seedsOf = (plans: { id: string }[]): Seed[] => [
  posted('json', { measurements: ROWS.map(row => ({ ...row, area: 'DK' })) }, JSON_TYPE),
  posted('csv', table('indicator', 'area', 'period', 'value', 'flag', 'segment'), CSV_TYPE),
  posted('csv', [['indikator', 'kommune', 'periode', 'værdi'], ['fuzz', 'Holbæk', 'juni 2024', '1.234,5'], ['fuzz', '0250', '2024-06', '3,9']], CSV_TYPE),
  posted('lines', ROWS, 'application/x-ndjson'),
  posted('xlsx', table('indicator', 'area', 'period', 'value', 'flag', 'segment', 'note'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  ...imported('jobindsats', 'json', { columns: COLUMNS, rows: CELLS }, JSON_TYPE, 'fuzz-table'),
  ...imported('jobindsats', 'json', [{ Variables: COLUMNS.map((Label, at) => ({ Name: ['period', 'area'][at] ?? `c${at}`, Label })), Data: CELLS }], JSON_TYPE, 'fuzz-table'),
  ...imported('jobindsats', 'csv', [COLUMNS, ...CELLS], CSV_TYPE, 'fuzz-table'),
  ...imported('json-stat', 'json', STATBANK, JSON_TYPE, 'fuzz-cube'),
  ...imported('json-stat', 'json', JSON_STAT, JSON_TYPE),
  ...Array.from({ length: 3 }, () => [put('json', PLAN), put('yaml', PLAN)]).flat(),
  ...plans.map(plan => put('json', plan))
]
