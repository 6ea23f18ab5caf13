import type { DecimalMark, Figure } from './figures.ts'

/** An ambiguous figure: which number it is with each mark. */
export type ByMark = Record<DecimalMark, number>

export type MarkFinder = ReturnType<typeof createMarkFinder>

/**
 * Finds the decimal mark of a file: the one that its figures give away, never a guess.
 * @param said the one that somebody said; the figures are then not asked
 */
export function createMarkFinder (said?: DecimalMark) {
  const marks = new Set<DecimalMark>(said === undefined ? [] : [said])

  /** Looks at a figure of the file. */
  const see = (figure: Figure): void => {
    if (said === undefined && figure.kind === 'number' && figure.mark !== null) marks.add(figure.mark)
  }

  /** What an ambiguous figure is, once all are seen; undefined where none tells, or they have both marks. */
  function decided (byMark: ByMark): number | undefined {
    const [mark, another] = marks
    return mark === undefined || another !== undefined ? undefined : byMark[mark]
  }

  /** Why an ambiguous figure is not decided. */
  const why = (byMark: ByMark): string =>
    `may be ${byMark[',']} (decimal comma) or ${byMark['.']} (decimal point), and ${marks.size === 0 ? 'no other figure tells' : 'the other figures have both'}`

  return { see, decided, why }
}
