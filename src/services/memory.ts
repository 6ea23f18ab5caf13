import type { AuditAction } from '../domain/audit.ts'
import { seriesName } from '../domain/composition.ts'
import type { Series } from '../domain/status/series.ts'
import type { LogEnd, Stores, Written } from '../../db/stores/index.ts'

/** So much is remembered of other things than figures (a list counts as what is in it), and so many figures; what is more makes it begin anew. */
const MOST_THINGS = 10_000
const MOST_FIGURES = 250_000
/** After more writes than this it begins anew, which is less work then. */
const MOST_ENTRIES = 20

type About = AuditAction extends `${infer Subject}.${string}` ? Subject : never
/** What of all that is remembered is another after something was written about this: figures, the other things, or neither. */
const CHANGED: Record<About, 'figures' | 'things' | null> = {
  measurements: 'figures',
  plan: 'things',
  indicator: 'things',
  national_goal: 'things',
  mapping: null,
  deliverable: null,
  assessment: null,
  comment: null,
  key: null,
  webhook: null
}

/** What is remembered as it is now. Reading takes time: what was read before something was written is not remembered after it. */
export type Recollection = {
  /** What was read before under this name, else what is read now. Whoever gets it must not change it. */
  thing: <T>(name: string, read: () => Promise<T>) => Promise<T>
  series: (name: string) => Series | undefined
  keepSeries: (name: string, series: Series) => void
}
export type Memory = ReturnType<typeof createMemory>

/**
 * What was read of the database, kept as long as it is what would be read now: the audit trail tells of every write, so where it ends tells
 * whether anything is new, and its entries what. Figures that were written make only their own series be read again, and plans that were changed
 * no figures.
 */
export function createMemory ({ stores: { versions } }: { stores: Pick<Stores, 'versions'> }) {
  const things = new Map<string, unknown>()
  /** By indicator and area, in each by name. */
  const series = new Map<string, Map<string, Series>>()
  let weightOfThings = 0
  let figures = 0
  let end: LogEnd | undefined
  let recollection = recollect()

  /** What is remembered, without all that was written since: in one or two small statements. */
  async function recall (): Promise<Recollection> {
    const { audit } = await versions.current()
    if (end !== undefined && audit.seq === end.seq && audit.at === end.at) return recollection
    const before = end
    const written = before === undefined || audit.seq <= before.seq || audit.seq - before.seq > MOST_ENTRIES ? null : await versions.writtenSince(before)
    // Another request may have come first meanwhile.
    if (end !== before) return await recall()
    if (written === null) forget()
    else for (const one of written) forgetWritten(one)
    end = audit
    recollection = recollect()
    return recollection
  }

  function forgetThings (): void {
    things.clear()
    weightOfThings = 0
  }

  function forget (): void {
    forgetThings()
    series.clear()
    figures = 0
  }

  function forgetWritten ({ action, indicators, areas }: Written): void {
    const changed = CHANGED[action.slice(0, action.indexOf('.')) as About]
    if (changed === 'things') forgetThings()
    if (changed !== 'figures') return
    for (const indicator of indicators) {
      for (const area of areas) {
        const place = subjectOf(seriesName({ indicator, area, segment: null }))
        for (const { points } of series.get(place)?.values() ?? []) figures -= points.length
        series.delete(place)
      }
    }
  }

  function recollect (): Recollection {
    const isCurrent = (): boolean => recollection === own
    const own: Recollection = {
      thing: async <T>(name: string, read: () => Promise<T>) => {
        if (things.has(name)) return things.get(name) as T
        const found = await read()
        const weight = name.length / 1_000 + (Array.isArray(found) ? found.length : 10)
        if (isCurrent() && weight < MOST_THINGS / 2) {
          if (weightOfThings + weight > MOST_THINGS) forgetThings()
          things.set(name, found)
          weightOfThings += weight
        }
        return found
      },
      series: name => series.get(subjectOf(name))?.get(name),
      keepSeries: (name, read) => {
        const place = subjectOf(name)
        if (!isCurrent() || series.get(place)?.has(name)) return
        if (figures + read.points.length > MOST_FIGURES) {
          series.clear()
          figures = 0
        }
        series.set(place, (series.get(place) ?? new Map<string, Series>()).set(name, read))
        figures += read.points.length
      }
    }
    return own
  }

  return { recall }
}

/** The part of a series' name before its segment. */
const subjectOf = (name: string): string => name.slice(0, name.lastIndexOf('\u0000'))
