import type { AreaComparison, Distance } from './comparison.ts'
import { decimal } from './decimal.ts'
import type { Bilingual, Indicator } from './indicator.ts'
import { CHANGE_WORDS, LEVEL_WORDS, signed } from './status/phrases.ts'
import { decimalsOf, type Language, type Quantity, writeFigure, writePeriod } from './status/wording.ts'

type Context = Pick<Indicator, 'unit' | 'decimals'> & { period: string, earlier: string | null, nameOf: (id: string) => string }
type Row = Omit<AreaComparison, 'explanation'>

const WITHOUT: Record<NonNullable<Row['reason']>, Bilingual> = {
  no_figure: { da: 'der er intet tal for', en: 'there is no figure for' },
  suppressed: { da: 'tallet er diskretioneret for', en: 'the figure is suppressed for' },
  missing: { da: 'tallet mangler for', en: 'the figure is missing for' },
  not_valid: { da: 'området fandtes ikke ved udgangen af', en: 'the area did not exist at the end of' },
  not_additive: { da: 'der er intet offentliggjort tal, og det kan ikke regnes ud af kommunernes, for', en: 'no figure is published, and none can be made of the members’, for' }
}

/** A sentence in each language that says how an area compares: its figure, its rank, how far from its groups, and the change in a year. */
export const compareWords = (row: Row, context: Context): Bilingual => ({ da: sentence(row, context, 'da'), en: sentence(row, context, 'en') })

function sentence (row: Row, context: Context, language: Language): string {
  const { unit, decimals, period, nameOf } = context
  const da = language === 'da'
  const when = writePeriod(period, language)
  const name = nameOf(row.area)
  if (row.value === null) return `${name}: ${WITHOUT[row.reason ?? 'no_figure'][language]} ${when}.`
  const write = (value: number, quantity: Quantity): string => writeFigure(value, quantity, unit, Math.max(decimals, quantity === 'value' ? 0 : decimalsOf(decimal(value))), language)
  const lies = ({ area, distance }: Distance): string => {
    const than = distance === 0 ? (da ? 'som' : 'as') : (da ? 'end' : 'than')
    return `${signed(LEVEL_WORDS, distance as number, write(Math.abs(distance as number), 'difference'), language)} ${than} ${area === 'DK' ? (da ? 'hele landet' : 'the whole country') : nameOf(area)}`
  }
  const rank = row.of < 2 ? '' : da ? `, nr. ${row.rank} af ${row.of}` : `, number ${row.rank} of ${row.of}`
  const distances = [row.country, row.rar, row.region].filter(group => group !== null && group.distance !== null).map(group => lies(group as Distance))
  const { change } = row.yearBefore
  const since = context.earlier === null ? '' : writePeriod(context.earlier, language)
  const changed = change === null
    ? []
    : [change === 0
        ? (da ? `uændret siden ${since}` : `unchanged since ${since}`)
        : `${signed(CHANGE_WORDS, change, write(Math.abs(change), 'difference'), language)} ${da ? 'siden' : 'since'} ${since}`]
  return [`${name}: ${write(row.value, 'value')} for ${when}${rank}`, distances.join(', '), ...changed].filter(part => part !== '').join('; ') + '.'
}
