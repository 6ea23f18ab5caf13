/** One difference between two versions of a document. `path` is a JSON pointer in which items with a code stand under their code. */
export type DocumentChange = { path: string, op: 'add' | 'remove' | 'replace', before: unknown, after: unknown }
