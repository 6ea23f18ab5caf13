import { AxeBuilder } from '@axe-core/playwright'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN } from '../support/services.ts'
import { missing, openWindow } from './browser.ts'

const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
const REPORT = '/reports/frederikssund-2024?asOf=2024-07-10'
const PAGES = ['/?lang=en', '/kommuner/0101', '/', '/kommuner/0250', REPORT, '/reports/hvidovre-2023?asOf=2023-06-30', '/reports/kalundborg-2018-2021?lang=en']

const violations = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth')

describe.skipIf(missing !== null)(`the pages in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 180_000 }, () => {
  let test: TestApp, origin: string, window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    test = await openTestApp({ seed: true, now: '2026-11-23T12:00:00Z' })
    const figures = [['0250', '2024-01', 4], ['0250', '2024-03', 4], ['0250', '2024-06', 3.9], ['DK', '2024-01', 3.4], ['DK', '2024-03', 3.5], ['DK', '2024-06', 3.4]]
    await test.services.measurements.record(ADMIN, { measurements: figures.map(([area, period, value]) => ({ indicator: INDICATOR, area, period, value })) })
    await test.services.comments.record(ADMIN, 'frederikssund-2024.3a', { on: '2024-06-20', text: 'Virkningen ventes i efteråret.', author: 'Arbejdsmarkedschefen' })
    await test.services.followUps.recordAssessment(ADMIN, 'kalundborg-2018-2021.1a', { on: '2019-12-01', status: 'at_risk', note: 'Ikke nok.' })
    await test.app.listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(test.app.server.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(async () => { await test.close() })
  afterEach(async () => { await window.close() })

  it('are accessible to all, wide and narrow, and ask nobody else for anything', async () => {
    window = await openWindow(origin)
    const { page, complaints } = window
    for (const path of PAGES) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${origin}${path}`)
      const wide = await violations(page)
      await page.setViewportSize({ width: 320, height: 800 })
      expect([path, wide, await isWider(page)]).toEqual([path, [], false])
    }
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.goto(`${origin}/reports/nix`)
    expect(await violations(page)).toEqual([])
  })

  it('are read and asked for another day without any script', async () => {
    window = await openWindow(origin, { javaScriptEnabled: false })
    const { page } = window
    await page.goto(`${origin}/`)
    await page.getByRole('link', { name: 'Beskæftigelsesplan 2024 – Frederikssund Kommune' }).click()
    await page.getByLabel('Status pr.').fill('2024-07-10')
    await page.getByLabel('Sammenlign med').fill('2024-02-20')
    await page.getByRole('button', { name: 'Vis' }).click()
    const target = page.getByRole('article').filter({ hasText: '3a Gabet' })
    await target.getByText('I risiko: gabet til hele landet er mindsket med 0,1 procentpoint').waitFor()
    expect(await target.getByRole('img').getAttribute('aria-labelledby')).toMatch(/-title .*-desc$/)
    await target.getByText('Grafens tal').click()
    await target.getByRole('row', { name: 'juni 2024 3,9 pct. 3,4 pct. 3,8 pct.' }).waitFor()
    await target.getByText('Virkningen ventes i efteråret.').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('article').getByText('At risk: the gap to the whole country has narrowed by 0.1 percentage points').waitFor()
  })

  it('are walked through by the keyboard alone, and show where one is', async () => {
    window = await openWindow(origin)
    const { page } = window
    await page.goto(`${origin}${REPORT}`)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Gå til indholdet' })
    expect(await skip.evaluate(link => link.matches(':focus') && link.getBoundingClientRect().left >= 0)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    const seen: string[] = []
    for (let steps = 0; steps < 25; steps++) {
      await page.keyboard.press('Tab')
      const [what, outline] = await page.evaluate('[document.activeElement.textContent.trim().slice(0, 2) || document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]') as [string, string]
      seen.push(what)
      expect([what, outline]).toEqual([what, 'solid'])
    }
    for (const stop of ['INPUT', 'Vi', '1a', '6b']) expect(seen).toContain(stop)
  })

  it('print to A4 without what is for the screen alone', async () => {
    window = await openWindow(origin)
    const { page } = window
    await page.goto(`${origin}${REPORT}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/MediaBox \[0 0 594\.9\d* 841\.9\d*\]/g)?.length ?? 0
    expect([pages, pages >= 4 && pages <= 10]).toEqual([pages, true])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav, .days, .skip, details').evaluateAll(parts => parts.filter(part => part.checkVisibility()).length)).toBe(0)
    expect(await page.locator('.status').evaluateAll(signs => [...new Set(signs.map(sign => sign.ownerDocument.defaultView.getComputedStyle(sign).backgroundColor))])).toEqual(['rgba(0, 0, 0, 0)'])
  })
})
