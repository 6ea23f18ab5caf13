import { expect, test } from 'vitest'
import { lasting } from '../../src/http/lasting.ts'

test.each(['', 'sygedagpenge', 'på rette spor – 3,4 pct. ≥ 3'])('%j is kept as its bytes, in memory of their own', text => {
  const bytes = Buffer.from(text)
  for (const given of [text, bytes]) {
    const kept = lasting(given)
    expect(kept).toEqual(bytes)
    expect(kept.buffer.byteLength).toBe(bytes.length)
  }
})

test('what is given may be changed afterwards', () => {
  const given = Buffer.from('abc')
  const kept = lasting(given)
  given.fill('x')
  expect(kept.toString()).toBe('abc')
})
