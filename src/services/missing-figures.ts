import type { z } from 'zod'
import { seriesName } from '../domain/composition.ts'
import { danishDay } from '../domain/date.ts'
import { owedBy } from '../domain/freshness.ts'
import type { Indicator } from '../domain/indicator.ts'
import { FLAGS } from '../domain/measurement.ts'
import { unitName, type Language } from '../domain/status/wording.ts'
import { type Actor, actsFor, measures } from './actor.ts'
import { segmentNameOf } from './export-columns.ts'
import { type ExportFile, fileName, once } from './exports.ts'
import { BESIDE, EXPECTED, FLAG_NAMES, nameOf } from './formats/columns.ts'
import type { WrittenColumn } from './formats/written.ts'
import type { XlsxWriter } from './formats/xlsx-write.ts'
import { type Freshness, freshnessQuery, type FreshnessService } from './freshness.ts'
import { collator } from './lists.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import type { Stores, TargetRecord } from '../../db/stores/index.ts'

export const missingFiguresQuery = freshnessQuery.pick({ indicator: true, area: true, asOf: true })
export type MissingFiguresQuery = z.output<typeof missingFiguresQuery>

/** A figure that is awaited: of what, for whom, for which period, when it is due and which targets need it. */
type Missing = { indicator: Indicator, area: string, areaName: string, segment: string | null, period: string, expectedOn: string, neededBy: string }

const COLUMNS: readonly WrittenColumn<Missing>[] = [
  { name: BESIDE.indicatorName, width: 56, of: ({ indicator }, language) => indicator.name[language] },
  { name: BESIDE.segmentName, width: 24, of: ({ indicator, segment }, language) => segmentNameOf(segment, indicator, language) },
  { name: BESIDE.areaName, width: 24, of: row => row.areaName },
  { name: nameOf('period'), width: 11, of: row => ({ period: row.period }) },
  { name: nameOf('value'), width: 12, of: ({ indicator }) => ({ number: null, decimals: indicator.decimals }) },
  { name: BESIDE.unit, width: 16, of: ({ indicator }, language) => unitName(indicator.unit, language) },
  { name: nameOf('flag'), width: 15, of: () => null },
  { name: nameOf('note'), width: 40, of: () => null },
  { name: EXPECTED, width: 12, of: row => ({ day: row.expectedOn }) },
  { name: BESIDE.neededBy, width: 60, of: row => row.neededBy },
  { name: nameOf('indicator'), width: 44, of: row => row.indicator.id },
  { name: nameOf('area'), width: 10, of: row => row.area },
  { name: nameOf('segment'), width: 16, of: row => row.segment }
]
/** Where people write, by the columns above. */
const [VALUE, FLAG, NOTE] = [4, 6, 7]

const GUIDE: Record<Language, string[]> = {
  da: [
    'Sådan udfyldes arket',
    'Skriv tallet i den gule kolonne »værdi«, i den enhed, som står ved siden af. Skriv decimaler, som du plejer, fx 4,1. Nul skrives 0.',
    'Vælg »foreløbig« i »markering«, hvis tallet endnu kan ændre sig. Lad den ellers stå tom.',
    'Må et tal ikke vises, fordi det er for få mennesker, vælges »diskretioneret«; findes det ikke, vælges »mangler«. I begge tilfælde skal »værdi« være tom.',
    'Rækker, som du ikke udfylder, springes over: send arket nu, og hent et nyt, når de næste tal er kommet.',
    'Lad overskrifterne og de øvrige kolonner stå. Rækker må gerne slettes og sorteres.',
    'Gem filen som .xlsx, og send den, som den er, til POST /v1/measurements med en nøgle, der må skrive målinger. Intet gemmes, hvis en række er forkert; svaret siger hvilken. Du kan sende den igen uden at tælle noget to gange.'
  ],
  en: [
    'How to fill in the sheet',
    'Write the figure in the yellow column “value”, in the unit that stands beside it. Write decimals as you usually do. Zero is written 0.',
    'Choose “provisional” as the flag where the figure may still change. Else leave it empty.',
    'A figure that may not be shown, because it is of too few people, has the flag “suppressed”; one that does not exist “missing”. Both leave “value” empty.',
    'Rows that are not filled in are skipped: send the sheet now, and fetch a new one when the next figures have come.',
    'Leave the headings and the other columns as they are. Rows may be deleted and sorted.',
    'Save the file as .xlsx and send it as it is to POST /v1/measurements with a key that may write measurements. Nothing is recorded where a row is wrong; the answer says which. It may be sent again: nothing counts twice.'
  ]
}

type Needs = { stores: Pick<Stores, 'measurements'>, plans: PlanService, freshness: FreshnessService, reference: Reference, xlsx: XlsxWriter, now: () => Date }

/** The figures that a plan waits for, as a sheet to fill in and send back. */
export function createMissingFigureService ({ stores, plans, freshness, reference, xlsx, now }: Needs) {
  /**
   * A sheet with a row for each figure that ought to be out and has not come, and for the next one of each series. What the caller's key may
   * not write is left out.
   * @throws AppError `not_found`, `invalid_request` naming a parameter whose value does not exist
   */
  async function sheet (actor: Actor, plan: string, query: MissingFiguresQuery, { language, signal }: { language: Language, signal?: AbortSignal }): Promise<ExportFile> {
    const { kommune } = await plans.get(actor, plan)
    const asOf = query.asOf ?? danishDay(now().toISOString())
    const { items } = await freshness.list(actor, { ...query, plan: [plan], asOf })
    const asked = items.filter(({ area, indicator }) => actsFor(actor, area) && measures(actor, indicator))
    async function * rows (): AsyncGenerator<Missing[]> {
      yield (await missingOf(actor, plan, asked, asOf)).toSorted((a, b) => Number(b.area === kommune) - Number(a.area === kommune) || collator.compare(a.areaName, b.areaName) ||
        collator.compare(a.indicator.name[language], b.indicator.name[language]) || collator.compare(a.segment ?? '', b.segment ?? ''))
    }
    const choices = FLAGS.map(flag => FLAG_NAMES[flag][language])
    const fillIn = [{ column: VALUE }, { column: FLAG, choices }, { column: NOTE }]
    return {
      name: fileName(['manglende-tal', 'missing-figures', plan], { format: 'xlsx', language }, asOf),
      format: 'xlsx',
      pieces: once(() => xlsx.write({ columns: COLUMNS, rows: rows(), language }, {
        name: language === 'da' ? 'Manglende tal' : 'Missing figures', fillIn, texts: { name: language === 'da' ? 'Vejledning' : 'Guide', lines: GUIDE[language] }, signal
      }))
    }
  }

  async function missingOf (actor: Actor, plan: string, asked: readonly Freshness[], asOf: string): Promise<Missing[]> {
    const [targets, indicators, posted, { names }] = await Promise.all([
      plans.findTargets(actor, { plans: [plan] }), reference.indicators(asked.map(one => one.indicator)), stores.measurements.series(asked, null), reference.areas()
    ])
    const byId = new Map(targets.map(target => [target.id, target]))
    const periodsOf = Map.groupBy(posted, seriesName)
    return asked.flatMap(({ indicator: id, area, segment, targets }) => {
      const indicator = indicators.get(id)
      if (indicator === undefined) return []
      const readers = targets.flatMap(target => byId.get(target) ?? [])
      const periods = new Set(periodsOf.get(seriesName({ indicator: id, area, segment }))?.map(one => one.period))
      const neededBy = readers.map(titleOf).join('; ')
      return owedBy(indicator, periods, readers.map(({ window }) => window), asOf).map(({ period, expectedOn }) => ({ indicator, area, areaName: names.get(area) ?? area, segment, period, expectedOn, neededBy }))
    })
  }

  return { sheet }
}

export type MissingFigureService = ReturnType<typeof createMissingFigureService>

const titleOf = ({ code, title }: TargetRecord): string => `${code} ${title}`
