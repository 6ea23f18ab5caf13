/** What the tests use of it. */
declare module 'jsonstat-toolkit' {
  type Cell = { value: number | null, status: string | null }
  type DataSet = { class: string, n: number, role: { geo: string[] }, Data: (cell: Record<string, string>) => Cell, Dimension: (id: string) => { Category: (id: string) => { label: string } } }
  export default function JSONstat (document: unknown): DataSet
}
