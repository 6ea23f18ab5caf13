import fc, { type Arbitrary } from 'fast-check'
import { stringify } from 'yaml'
import { workbookOf } from '../services/formats/reading.ts'
import { type ByteChange, byteChange, changedBytes } from './bytes.ts'
import { INDICATOR, MAPPINGS, PLAN, type Seed, seedsOf } from './file-seeds.ts'
import { hostileText, mutated, type Mutation, mutation } from './hostile.ts'
import { createKnown, resolved } from './known.ts'
import { createPreparing } from './prepare.ts'
import { parsed, wrongInProblem } from './refusals.ts'
import { createSender } from './send.ts'
import { type Judged, shownBytes, type Subject, type Surface } from './surface.ts'

type Input = { at: number, mutations: Mutation[], xml: ByteChange[], bytes: ByteChange[], delimiter: string, options: string, type: string | null, charset: string }
type Summary = { created: number, revised: number, committed: boolean }
type Sent = { method: string, url: string, headers: Record<string, string>, body: Buffer }

const few = <One>(one: Arbitrary<One>, weight: number, most: number): Arbitrary<One[]> => fc.oneof({ weight, arbitrary: fc.constant<One[]>([]) }, { weight: 4, arbitrary: fc.array(one, { minLength: 1, maxLength: most }) })
const seldom = <One>(usual: One, others: readonly One[], weight: number): Arbitrary<One> => fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const inputs: Arbitrary<Input> = fc.record({
  at: fc.nat(9_999),
  mutations: few(fc.oneof(mutation, mutation, hostileText.map((value): Mutation => ({ how: 'set', at: value.length * 7, name: 'x', value }))), 3, 4),
  xml: few(byteChange, 6, 3),
  bytes: few(byteChange, 8, 4),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  options: fc.constantFrom('', '', '', '', '', '', '', '', '&dryRun=true', '&atomic=false', '&atomic=false', '&decimal=comma', '&decimal=point', '&sheet=1', '&sheet=x', '&validateOnly=true'),
  type: seldom<string | null>(null, ['text/csv', 'application/json', 'application/yaml', 'application/x-ndjson', 'application/octet-stream'], 30),
  charset: seldom('', ['; charset=utf-8', '; charset=latin1', '; charset=windows-1252', '; charset=utf-16', '; charset=utf-16le', '; charset=x', '; header=absent', '; charset="'], 12)
})
const nothing = createKnown(new Set())

/** The files that are taken: figures in every format, tables of sources and plan documents, each changed in its parts and in its bytes. */
export async function openFiles ({ base, adminKey, counts }: Subject): Promise<Surface<Input>> {
  const { send, close } = createSender(base)
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }
  const must = createPreparing(send, adminKey)
  await must('PUT', '/v1/indicators/fuzz', INDICATOR)
  for (const [id, mapping] of Object.entries(MAPPINGS)) await must('PUT', `/v1/mappings/${id}`, mapping)
  await must('PUT', `/v1/plans/${PLAN.id}/document`, PLAN)
  const seeds = seedsOf([await must('GET', '/v1/plans/hvidovre-2023/document') as { id: string }])

  async function judge (input: Input): Promise<Judged> {
    const { seed, value, sent } = requestOf(input)
    const before = counts()
    const { status, text, told } = await send(sent)
    const after = counts()
    const kind = `${seed.kind === 'json' && seed.method === 'PUT' ? 'plan' : seed.kind} ${status}`
    const stored = Object.keys(after).filter(table => after[table] !== before[table])
    if (status >= 400) return { kind, wrong: wrongInProblem(status, told['content-type'] ?? '', text, sent.body.toString() + json(value)) ?? (stored.length > 0 ? `it is refused and yet stored: ${stored.join()}` : undefined) }
    return { kind, wrong: sent.method === 'POST' ? wrongInSummary(sent.url, text, after.measurements! - before.measurements!, stored) : wrongInPut(after, before) }
  }

  function wrongInSummary (url: string, text: string, rows: number, stored: string[]): string | undefined {
    const { created, revised, committed } = parsed(text) as Summary
    const told = committed ? created + revised : 0
    if (url.includes('/preview') || url.includes('dryRun')) return stored.length > 0 ? `nothing is to be written, and yet it is stored: ${stored.join()}` : undefined
    return told === rows ? undefined : `${told} figures are said to be written, and ${rows} are: ${text.slice(0, 300)}`
  }

  const wrongInPut = (after: Record<string, number>, before: Record<string, number>): string | undefined =>
    after.plan_versions! - before.plan_versions! <= 1 && after.plans! - before.plans! <= 1 && after.measurements === before.measurements ? undefined : 'one document is put, and more is stored'

  function requestOf ({ at, mutations, xml, bytes, delimiter, options, type, charset }: Input): { seed: Seed, value: unknown, sent: Sent } {
    const seed = seeds[at % seeds.length]!
    const value = resolved(mutated(seed.value, mutations), nothing)
    const body = changedBytes(fileOf(seed, value, xml, delimiter), bytes)
    const isPut = seed.method === 'PUT'
    return { seed, value, sent: { method: seed.method, url: seed.url + (isPut ? options.replace('validateOnly', 'dryRun') : options), headers: { ...headers, ...isPut && { 'if-match': '*' }, 'content-type': (type ?? seed.type) + charset }, body } }
  }

  return {
    inputs,
    judge,
    shown: input => {
      const { sent: { method, url, headers: { authorization, ...others }, body } } = requestOf(input)
      return `${method} ${url} ${JSON.stringify(others)} ${shownBytes(body)}`
    },
    close
  }
}

const json = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => typeof one === 'bigint' ? String(one) : one) ?? ''
const cellsOf = (value: unknown): unknown[][] => Array.isArray(value) ? value.map(row => Array.isArray(row) ? row as unknown[] : [row]) : [[value]]
const textOf = (cell: unknown): string => cell == null ? '' : typeof cell === 'object' ? json(cell) : String(cell)
const quoted = (text: string, delimiter: string): string => text.includes('"') || text.includes('\n') || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
// eslint-disable-next-line no-control-regex
const escaped = (text: string): string => text.replace(/[\0-\x08]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The bytes of a value as a file of its kind; `xml` are changes inside of a workbook. */
function fileOf ({ kind }: Seed, value: unknown, xml: ByteChange[], delimiter: string): Buffer {
  switch (kind) {
    case 'csv': return Buffer.from(cellsOf(value).map(row => row.map(cell => quoted(textOf(cell), delimiter)).join(delimiter)).join('\r\n'))
    case 'lines': return Buffer.from((Array.isArray(value) ? value : [value]).map(json).join('\n'))
    case 'xlsx': return workbookOf(changedBytes(Buffer.from(cellsOf(value).map((row, at) => `<row r="${at + 1}">${row.map(cellXml).join('')}</row>`).join('')), xml).toString())
    case 'json': return Buffer.from(json(value))
    case 'yaml': return Buffer.from(yamlOf(value))
  }
}

const cellXml = (cell: unknown): string => typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${escaped(textOf(cell))}</t></is></c>`

function yamlOf (value: unknown): string {
  const text = json(value)
  return text === '' ? '' : stringify(JSON.parse(text))
}
