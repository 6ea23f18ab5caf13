import type { Bilingual } from '../../domain/indicator.ts'
import type { Status } from '../../domain/status/status.ts'
import type { Language } from '../../domain/status/wording.ts'
import type { StatusItem } from '../statuses.ts'

type Dimension = { label: string, category: { index: string[], label: Record<string, string> } }

/** Statuses as a data set of JSON-stat 2.0: the figures of each target on one day. The status of a cell is that of its target. */
export type StatusJsonStat = {
  version: '2.0'
  class: 'dataset'
  label: string
  id: ['asOf', 'target', 'figure']
  size: [number, number, number]
  role: { time: ['asOf'], metric: ['figure'] }
  dimension: { asOf: Dimension, target: Dimension, figure: Dimension }
  value: (number | null)[]
  status: Status[]
  extension: { maalopfoelgning: { knownAt: string } }
}

const FIGURES: Record<string, { name: Bilingual, of: (item: StatusItem) => number | null }> = {
  current: { name: { da: 'Tal', en: 'Figure' }, of: ({ current }) => current?.value ?? null },
  benchmark: { name: { da: 'Sammenligning', en: 'Benchmark' }, of: ({ current }) => current?.benchmark ?? null },
  baseline: { name: { da: 'Udgangspunkt', en: 'Baseline' }, of: ({ baseline }) => baseline?.value ?? null },
  measure: { name: { da: 'Målt', en: 'Measure' }, of: ({ current }) => current?.measure ?? null },
  goalLine: { name: { da: 'Grænse', en: 'Goal line' }, of: ({ goalLine }) => goalLine?.value ?? null },
  distance: { name: { da: 'Afstand', en: 'Distance' }, of: ({ distance }) => distance },
  pace: { name: { da: 'Tempo', en: 'Pace' }, of: ({ pace }) => pace },
  progress: { name: { da: 'Fremdrift', en: 'Progress' }, of: ({ progress }) => progress }
}

/** The data set of some statuses, which are all of one day. */
export function statusJsonStat (items: readonly StatusItem[], { asOf, knownAt }: { asOf: string, knownAt: string }, language: Language): StatusJsonStat {
  const figures = Object.values(FIGURES)
  const da = language === 'da'
  return {
    version: '2.0',
    class: 'dataset',
    label: da ? `Status pr. ${asOf}` : `Status as of ${asOf}`,
    id: ['asOf', 'target', 'figure'],
    size: [1, items.length, figures.length],
    role: { time: ['asOf'], metric: ['figure'] },
    dimension: {
      asOf: { label: da ? 'Dato' : 'As of', category: { index: [asOf], label: { [asOf]: asOf } } },
      target: { label: da ? 'Succeskriterium' : 'Target', category: { index: items.map(one => one.target), label: Object.fromEntries(items.map(one => [one.target, `${one.subject.kommune.name}: ${one.subject.title}`])) } },
      figure: { label: da ? 'Tal' : 'Figure', category: { index: Object.keys(FIGURES), label: Object.fromEntries(Object.entries(FIGURES).map(([code, { name }]) => [code, name[language]])) } }
    },
    value: items.flatMap(item => figures.map(({ of }) => of(item))),
    status: items.flatMap(({ status }) => figures.map(() => status)),
    extension: { maalopfoelgning: { knownAt } }
  }
}
