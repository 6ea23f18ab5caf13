import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const [text, dependencies = ''] = read('SECURITY.md').split('## Dependencies') as [string, string]
const namesIn = (part: string): string[] => [...part.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)

test('every risk of the list is walked through, and what tries it is there', () => {
  const rows = text.split('\n').filter(line => line.startsWith('| API'))
  expect(rows.map(row => /API\d+/.exec(row)?.[0])).toEqual(Array.from({ length: 10 }, (_, at) => `API${at + 1}`))
  for (const row of rows) {
    const tests = namesIn(row.split('|')[3]!)
    expect(tests.length, row).toBeGreaterThan(0)
    for (const name of tests) expect(existsSync(new URL(`../${name}`, import.meta.url)), name).toBe(true)
  }
})

test('every package of production has its reason', () => {
  const rows = dependencies.split('\n').filter(line => line.startsWith('| `'))
  const { dependencies: needed } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  expect(rows.flatMap(row => namesIn(row.split('|')[1]!)).toSorted()).toEqual(Object.keys(needed).toSorted())
})

test('every package below them may be used', () => {
  const FREE = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: boolean, devOptional?: boolean, license?: string }> }
  const used = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
  expect(used.length).toBeGreaterThan(100)
  expect(used.filter(([, { license }]) => !FREE.includes(license ?? 'none')).map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
})
