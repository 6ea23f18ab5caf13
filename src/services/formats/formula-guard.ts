/** What a spreadsheet would take for a formula, with any apostrophes and spaces before it. */
const LIKE_FORMULA = /^['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** A text of a CSV file that no spreadsheet runs as a formula: an apostrophe stands before what looks like one. {@link unguarded} takes it off. */
export const guarded = (text: string): string => LIKE_FORMULA.test(text) ? `'${text}` : text

/** The text before it was {@link guarded}. */
export const unguarded = (text: string): string => text.startsWith("'") && LIKE_FORMULA.test(text) ? text.slice(1) : text
