/** Writes what a JSON column holds. The columns are text on both engines. */
export const toJson = (value: unknown): string => JSON.stringify(value)

/** Reads a JSON column. The type is what {@link toJson} was given: only the stores write these columns. */
export const fromJson = <T>(text: string): T => JSON.parse(text) as T
