import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'
import { missing, openWindow } from './browser.ts'

describe.skipIf(missing !== null)(`the documentation page in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 120_000 }, () => {
  let subject: TestApp, origin: string, window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
    await subject.app.listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(subject.app.server.address() as AddressInfo).port}`
    window = await openWindow(origin)
  }, 60_000)
  afterAll(async () => {
    await window.close()
    await subject.close()
  })

  it('shows what there is in a reader\'s order, and asks with the key that is typed in, nobody but this server', async () => {
    const { page, complaints } = window
    await page.goto(`${origin}/docs/`)
    await page.locator('.opblock-tag').first().waitFor()
    const tags = (await page.locator('.opblock-tag').allInnerTexts()).map(text => text.split('\n')[0]!.trim())
    expect(tags.slice(0, 2)).toEqual(['Status', 'Plans'])
    expect(tags.at(-1)).toBe('Audit')

    await page.locator('.btn.authorize').first().click()
    await page.locator('.auth-container input').fill(ADMIN_KEY)
    await page.locator('.auth-btn-wrapper .authorize').click()
    await page.locator('.auth-btn-wrapper .btn-done').click()
    for (const [tag, operation, says] of [['Keys', 'getMe', '"admin"'], ['Status', 'getTargetStatus', '"explanation"']] as const) {
      await page.locator(`#operations-tag-${tag}`).click()
      const block = page.locator(`#operations-${tag}-${operation}`)
      await block.locator('.opblock-summary-control').click()
      await block.locator('.execute').click()
      const answer = block.locator('.live-responses-table')
      await answer.waitFor()
      expect(await answer.innerText()).toContain('200')
      expect(await answer.locator('pre').first().innerText()).toContain(says)
    }
    expect(complaints).toEqual([])
  })
})
