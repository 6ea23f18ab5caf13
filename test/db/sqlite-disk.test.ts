import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, verify } from '../../db/sqlite-backup.ts'
import { indicatorBody, openServices, type TestServices } from '../support/services.ts'

// A disk of 4 MB of its own. Only root may mount one, and not in every sandbox.
const disk = mkdtempSync(join(tmpdir(), 'maal-disk-'))
const isMounted = mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk)
if (!isMounted) console.warn('a small disk cannot be mounted here (that takes root), so what a full one does is not tried')
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

function mount (...args: string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!isMounted)('a disk', () => {
  const path = join(disk, 'data.sqlite')
  const ballast = join(disk, 'ballast')
  let subject: TestServices
  beforeEach(async () => {
    subject = await openServices({ databaseUrl: `file:${path}` })
    await subject.services.indicators.put(subject.actor, 'ledighed', indicatorBody())
  })
  afterEach(async () => {
    await subject.database.close()
    execFileSync('sh', ['-c', `rm -f ${disk}/*`])
  })

  const record = async (year: number) => await subject.services.measurements.record(subject.actor, {
    measurements: Array.from({ length: 12 }, (_, at) => ({ indicator: 'ledighed', area: '0250', period: `${year}-${String(at + 1).padStart(2, '0')}`, value: year % 100, note: 'x'.repeat(500) }))
  })
  const recorded = async () => (await subject.services.measurements.list({ indicator: ['ledighed'], limit: 500 })).items.length

  function fillUp (): void {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(64 * 1024))
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }

  /** Records years until one is refused. */
  async function recordUntilRefused (): Promise<{ years: number, error: unknown }> {
    for (let years = 0; years < 1_000; years++) {
      const error = await record(1900 + years).then(() => undefined, (error: unknown) => error)
      if (error !== undefined) return { years, error }
    }
    throw new Error('the disk never filled')
  }

  test('that is full refuses the batch whole, still reads, and takes batches again once there is room', async () => {
    writeFileSync(ballast, Buffer.alloc(1_500_000))
    const { years, error } = await recordUntilRefused()
    expect(error).toMatchObject({ code: 'storage_full', message: expect.stringContaining('make room') })
    expect(years).toBeGreaterThan(0)
    expect(await recorded()).toBe(Math.min(500, years * 12))
    expect(await subject.services.status.forTargets([])).toEqual([])
    rmSync(ballast)
    expect((await record(1900 + years)).created).toBe(12)
    await subject.database.close()
    expect(verify(path).counts).toMatchObject({ measurements: (years + 1) * 12, imports: years + 1 })
    subject = await openServices({ databaseUrl: `file:${path}` })
  })

  test('that has no room for a backup refuses it and leaves nothing behind', async () => {
    await record(2024)
    fillUp()
    expect(() => backUp(path, join(disk, 'copy.sqlite'))).toThrow(/full/)
    expect(execFileSync('ls', [disk], { encoding: 'utf8' })).not.toMatch(/copy/)
    expect((await record(2024)).unchanged).toBe(12)
  })

  test('that becomes read-only refuses writes, still reads, and goes on once it is writable', async () => {
    await record(2024)
    const canRemount = mount('-o', 'remount,ro', disk)
    try {
      if (!canRemount) return
      expect(await record(2025).then(() => undefined, (error: unknown) => error)).toMatchObject({ code: 'unavailable' })
      expect(await recorded()).toBe(12)
    } finally {
      mount('-o', 'remount,rw', disk)
    }
    expect((await record(2025)).created).toBe(12)
  })
})
