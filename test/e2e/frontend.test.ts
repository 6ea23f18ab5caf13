import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type MaalopfoelgningClient, unwrap } from '../../src/client/index.js'
import { ADMIN_KEY } from '../support/app.ts'
import { missing, openWindow } from './browser.ts'
import { openSite } from './frontend-site.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const NOW = '2024-07-10T10:00:00.000Z'
const PLAN = 'frederikssund-2024'
const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
/** Where this machine has more to do than it can, the server says so, and is asked again. */
async function patiently (request: Request): Promise<Response> {
  const response = await fetch(request.clone())
  if (response.status !== 503) return response
  await setTimeout(500)
  return await patiently(request)
}
const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)

describe.skipIf(missing !== null)(`a frontend on the typed client in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'maal-frontend-'))
  const options = { databaseUrl: `file:${join(folder, 'data.sqlite')}`, port: 0, startedAt: NOW }
  let site: Awaited<ReturnType<typeof openSite>>, server: ServerProcess, window: Awaited<ReturnType<typeof openWindow>>
  let client: MaalopfoelgningClient, madeOf: string[], began: string
  const asked: string[] = []

  beforeAll(async () => {
    site = await openSite()
    server = await startServer({ ...options, origins: site.origin })
    options.port = Number(new URL(server.url).port)
    madeOf = await site.bundle(server.url)
    client = createClient({ baseUrl: server.url, key: ADMIN_KEY, fetch: patiently })
    window = await openWindow([site.origin, server.url])
    window.page.setDefaultTimeout(60_000)
    window.page.on('request', request => asked.push(`${request.method()} ${request.url().replace(server.url, '')}`))
    window.page.on('websocket', socket => asked.push(`WS ${socket.url()}`))
  }, 60_000)
  afterAll(async () => {
    await window?.close()
    await server?.stop('SIGTERM')
    await site?.close()
    rmSync(folder, { recursive: true })
  })

  const target = (code: string) => window.page.locator(`[data-target="${PLAN}.${code}"]`)
  const tile = (name: string) => window.page.locator('#country').getByRole('link', { name: new RegExp(`^${name} `) })
  /** What went wrong in the page, which is told of each refusal: of the plan that there is not, and where the server has too much to do. */
  const complaints = () => window.complaints.filter(one => !/status of (?:400|404|503)/.test(one))
  const logged = () => window.page.locator('#log li').evaluateAll(items => items.map(item => item.getAttribute('data-cursor')))
  const record = async (value: number, by = client) => await unwrap(by.POST('/v1/measurements', { body: { measurements: [{ indicator: INDICATOR, area: '0250', period: '2024-06', value }, { indicator: INDICATOR, area: 'DK', period: '2024-06', value: 3.4 }] } }))

  /** What was told last of target 3a. */
  const lastStatus = async (by: MaalopfoelgningClient) => {
    const { items } = await unwrap(by.GET('/v1/changes', { params: { query: { after: began, type: ['target.status_changed'], subject: [`${PLAN}.3a`] } } }))
    const last = items.at(-1)
    return last?.type === 'target.status_changed' ? last.data.after.status : null
  }

  it('is built on nothing but the client and the library of the protocol', () => {
    const packages = madeOf.map(file => /node_modules\/([^/]+)/.exec(file)?.[1] ?? file.replace(/[^/]+$/, ''))
    expect([...new Set(packages)].sort()).toEqual(['graphql', 'graphql-ws', 'openapi-fetch', 'src/client/', 'test/e2e/frontend/'])
  })

  it('shows a plan with the status of each target and why, and the whole country, in few requests', async () => {
    const { page } = window
    const [place] = await Promise.all([page.waitForResponse(/changes\?after=now/), page.goto(site.origin)])
    began = (await place.json() as { nextCursor: string }).nextCursor
    await page.getByRole('status').getByText('Følger med').waitFor()
    await page.evaluate('window.isSamePage = true')
    await target('3a').waitFor()
    const { targets } = await unwrap(client.GET('/v1/plans/{id}/status', { params: { path: { id: PLAN } } }))
    for (const { target: id, status, explanation } of targets) {
      const shown = page.locator(`[data-target="${id}"]`)
      expect(await shown.getAttribute('data-status')).toBe(status)
      expect(await shown.locator('.why').innerText()).toBe(explanation.da)
    }
    expect(await page.locator('.target').count()).toBe(targets.length)
    expect(await target('3a').innerText()).toContain('Ingen data')
    expect(await page.locator('#country li').count()).toBe(98)
    expect(await tile('Lejre').innerText()).toContain('Ingen plan')
    expect(new Set(asked.filter(one => one.startsWith('GET /v1'))).size).toBe(6)
  })

  it('shows another kommune when it is chosen, also by its link in the country, without the mouse', async () => {
    const { page } = window
    await page.getByLabel('Kommune', { exact: true }).selectOption('Hvidovre')
    await page.getByRole('heading', { name: /^1 / }).waitFor()
    await page.locator('[data-target="hvidovre-2023.1a"]').waitFor()
    await page.evaluate('location.hash = "0250/nix"')
    await page.getByRole('alert').getByText('nix').waitFor()
    await tile('Lejre').press('Enter')
    await page.getByText('Kommunen har ingen plan her.').waitFor()
    await tile('Frederikssund').press('Enter')
    await target('3a').waitFor()
    expect(await page.getByLabel('Kommune', { exact: true }).inputValue()).toBe('0250')
  })

  it('shows at once what a figure that is posted does to it', async () => {
    const { page } = window
    await record(3.9)
    await target('3a').getByText('I risiko', { exact: true }).waitFor()
    expect(await target('3a').locator('.figure').innerText()).toBe('3,9 pct. mod 3,4 pct. (2024-06)')
    const { explanation } = await unwrap(client.GET('/v1/targets/{id}/status', { params: { path: { id: `${PLAN}.3a` } } }))
    expect(await target('3a').locator('.why').innerText()).toBe(explanation.da)
    await tile('Frederikssund').getByText('I risiko').waitFor()
    expect(await page.locator('#log').innerText()).toContain('Frederikssund: 3a ')
    expect(await page.locator('#log').innerText()).toContain(`Ingen data → ${explanation.da}`)
    expect(complaints()).toEqual([])
  })

  it('shows a plan that is adopted meanwhile', async () => {
    const id = 'lejre-2024'
    const draft = await unwrap(client.POST('/v1/plans', {
      body: {
        id,
        kommune: '0350',
        title: 'Beskæftigelsesplan 2024 <b>Lejre</b>',
        kind: 'annual_plan',
        period: { from: '2024-01-01', to: '2024-12-31' },
        goals: [{ code: '1', kind: 'local', title: 'Færre sygemeldte', targets: [{ code: '1a', title: 'Højst 4 pct.', indicator: INDICATOR, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 4 } }] }]
      }
    }))
    await unwrap(client.POST('/v1/measurements', { body: { measurements: [{ indicator: INDICATOR, area: '0350', period: '2024-06', value: 3.1 }] } }))
    await unwrap(client.POST('/v1/plans/{id}/adopt', { params: { path: { id }, header: { 'If-Match': `"${draft.version}"` } }, body: {} }))
    await tile('Lejre').getByText('På rette vej').waitFor()
    await tile('Lejre').click()
    await window.page.getByRole('link', { name: 'Beskæftigelsesplan 2024 <b>Lejre</b>' }).waitFor()
    expect(await window.page.locator(`[data-target="${id}.1a"] .figure`).innerText()).toBe('3,1 pct. (2024-06)')
    expect(await window.page.locator('#log').innerText()).toContain('Lejre: 1a Højst 4 pct. På rette vej')
    await tile('Frederikssund').click()
    await target('3a').waitFor()
  })

  it.each([1280, 320])('has no barrier that axe knows at %d pixels, and fits', async width => {
    const { page } = window
    await page.setViewportSize({ width, height: 800 })
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  })

  it('goes on after the server was killed, and misses nothing of what happened meanwhile', async () => {
    const { page } = window
    await server.stop('SIGKILL')
    await page.getByRole('status').getByText('afbrudt').waitFor()
    // While the page has nobody to hear it from.
    const other = await startServer({ ...options, port: 0, origins: site.origin })
    const elsewhere = createClient({ baseUrl: other.url, key: ADMIN_KEY, fetch: patiently })
    for (const [value, status] of [[4.2, 'off_track'], [3.5, 'on_track']] as const) {
      await record(value, elsewhere)
      await expect.poll(async () => await lastStatus(elsewhere), { timeout: 10_000 }).toBe(status)
    }
    await other.stop('SIGTERM')
    server = await startServer({ ...options, origins: site.origin })
    await page.getByRole('status').getByText('Følger med').waitFor()
    await target('3a').getByText('På rette vej', { exact: true }).waitFor()
    await record(4.2)
    await target('3a').getByText('Ikke på rette vej', { exact: true }).waitFor()
    expect(await page.getByRole('alert').innerText()).toBe('')
    expect(await page.evaluate('window.isSamePage')).toBe(true)
    // Each once and none left out, the latest first.
    const { items } = await unwrap(client.GET('/v1/changes', { params: { query: { after: began, type: ['target.status_changed'], limit: 500 } } }))
    await expect.poll(logged).toEqual(items.map(one => one.id).reverse())
    expect(complaints().filter(one => !/ERR_CONNECTION_(?:REFUSED|RESET)/.test(one))).toEqual([])
    expect(asked.filter(one => one.startsWith('WS')).every(one => one === `WS ${server.url.replace('http', 'ws')}/graphql`)).toBe(true)
  })
})
