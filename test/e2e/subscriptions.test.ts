import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADMIN_KEY, type TestApp } from '../support/app.ts'
import { ADMIN } from '../support/services.ts'
import { missing, openWindow } from './browser.ts'
import { build, pasteInto, serve, visit } from './playground-page.ts'

const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'

describe.skipIf(missing !== null)(`subscriptions in the playground in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 60_000 }, () => {
  let test: TestApp, origin: string, window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    build();
    ({ test, origin } = await serve())
  }, 60_000)
  afterAll(async () => { await test.close() })
  beforeEach(async () => { window = await openWindow(origin) }, 60_000)
  afterEach(async () => { await window.close() })

  const record = (value: number) => test.services.measurements.record(ADMIN, { measurements: [{ indicator: INDICATOR, area: '0250', period: '2026-05', value }] })

  it('show each event as it happens, until they are stopped', async () => {
    const { page, complaints } = window
    await visit(page, origin)
    await page.getByLabel('Nøgle', { exact: true }).fill(ADMIN_KEY)
    await pasteInto(page, '.graphiql-query-editor', `subscription Figures { measurementsRecorded(indicator: "${INDICATOR}") { created revised areas { name } } }`)
    const opened = page.waitForEvent('websocket')
    await page.getByRole('button', { name: /^Execute query/ }).click()
    const socket = await opened
    expect(socket.url()).toBe(`${origin.replace('http', 'ws')}/graphql`)
    await page.getByRole('button', { name: /^Stop query/ }).waitFor()
    const response = page.locator('.graphiql-response')
    // The subscription begins a moment after it was sent, which only its first event shows.
    for (let value = 1; value < 50 && await response.getByText('"Frederikssund"').count() === 0; value++) {
      await record(value / 10)
      await page.waitForTimeout(200)
    }
    await response.getByText('"Frederikssund"').first().waitFor()
    const closed = socket.waitForEvent('close')
    await page.getByRole('button', { name: /^Stop query/ }).click()
    await closed
    expect(complaints).toEqual([])
  })

  it('show why they are refused', async () => {
    const { page } = window
    await visit(page, origin)
    await pasteInto(page, '.graphiql-query-editor', 'subscription { planChanged(plan: "nix") { cursor } }')
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await page.locator('.graphiql-response').getByText('no plan').first().waitFor()
    await page.getByLabel('Nøgle', { exact: true }).fill('forkert')
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await page.locator('.graphiql-response').getByText('not known').first().waitFor()
  })
})
