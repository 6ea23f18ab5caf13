import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/domain/errors.ts'
import { ndjsonRows } from '../../../src/services/formats/ndjson.ts'
import { AREAS, cut, found, inputs, problems, sent } from './reading.ts'

const rows = (text: string | Uint8Array) => ndjsonRows(sent(text), AREAS)
const row = { indicator: 'ledighed', area: '0250', period: '2024-06', value: 4.1 }

describe('lines of JSON', () => {
  test('are rows; blank ones are skipped', async () => {
    const text = `\ufeff${JSON.stringify(row)}\r\n\n  \n${JSON.stringify({ ...row, area: 'Frederikssund Kommune', value: null, flag: 'suppressed' })}`
    expect(await inputs(rows(text))).toEqual([row, { ...row, value: null, flag: 'suppressed' }])
    expect((await found(rows(text))).map(item => 'row' in item && item.row)).toEqual([1, 4])
  })

  test('that are broken are refused by themselves', async () => {
    expect(await problems(rows(`{"indicator":\n${JSON.stringify(row)}\n'x'\n`))).toEqual([['/1', 'invalid_json', '{"indicator":'], ['/3', 'invalid_json', "'x'"]])
  })

  test('that are no objects are rows for the checks to refuse', async () => {
    expect(await inputs(rows('null\n7\n["a"]\n{"area":7}\n'))).toEqual([null, 7, ['a'], { area: 7 }])
  })

  test.each(['', '\n \n'])('that there are none of are refused: %j', async text => {
    await expect(found(rows(text))).rejects.toMatchObject({ code: 'invalid_request', problems: [{ code: 'no_rows' }] })
  })

  test('that do not end are refused', async () => {
    await expect(found(rows(`{}\n{"note":"${'x'.repeat(1_100_000)}"}`))).rejects.toMatchObject({ problems: [{ pointer: '/2', code: 'line_too_long' }] })
  })

  test('are the same however they are cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ note: fc.string({ unit: 'grapheme' }), value: fc.double({ noNaN: true, noDefaultInfinity: true }) }), { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 30 })), async (given, sizes) => {
      const bytes = Buffer.from(given.map(one => JSON.stringify(one)).join('\n'))
      expect(await inputs(ndjsonRows({ pieces: cut(bytes, sizes), charset: null }, AREAS))).toEqual(JSON.parse(JSON.stringify(given)))
    }))
  })

  test('or refused, never more than that', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(text => Buffer.from(text))), async bytes => {
      const error = await found(rows(bytes)).then(() => null, (error: unknown) => error)
      if (error !== null) expect(error).toBeInstanceOf(AppError)
    }))
  })
})
