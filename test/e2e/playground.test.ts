import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADMIN_KEY, type TestApp } from '../support/app.ts'
import { missing, openWindow } from './browser.ts'
import { answered, build, execute, pasteInto, serve, visit } from './playground-page.ts'

const TABS = ['Hvordan står det til?', 'Indberet et tal', 'Skriv et mål', 'Sammenlign med landet', 'Kopiér planen', 'Hele landet', 'Hvad skal der til?']

const tabs = (page: Page): Promise<string[]> => page.locator('.graphiql-tab-button').allInnerTexts()
const focused = (page: Page, selector: string): Promise<boolean> => page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)
const violations = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)

/** Goes on with the tabulator key until something has the focus. */
async function tabTo (page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab')
    if (await focused(page, selector)) return
  }
  throw new Error(`the tabulator key does not reach ${selector}`)
}

describe.skipIf(missing !== null)(`the playground in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 60_000 }, () => {
  let test: TestApp, origin: string, window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    build();
    ({ test, origin } = await serve())
  }, 120_000)
  afterAll(async () => { await test.close() })
  beforeEach(async () => { window = await openWindow(origin) }, 60_000)
  afterEach(async () => { await window.close() })

  it('runs every example, with the key typed in, and asks nobody else for anything', async () => {
    const { page, complaints } = window
    await visit(page, origin)
    expect(await page.title()).toBe('Målopfølgning: GraphQL')
    expect(await tabs(page)).toEqual(TABS)
    await page.getByLabel('Nøgle', { exact: true }).fill(ADMIN_KEY)
    for (const tab of TABS) {
      await page.getByRole('button', { name: tab, exact: true }).click()
      const { status, data, errors } = await answered(page, execute(page))
      expect([tab, status, errors]).toEqual([tab, 200, undefined])
      expect(Object.values(data ?? {}).length).toBeGreaterThan(0)
    }
    await page.getByRole('button', { name: /^Prettify query/ }).click()
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await page.getByRole('link', { name: 'Query', exact: true }).first().click()
    await page.getByText('All kommuner, by name.').waitFor()
    expect(complaints).toEqual([])
  })

  it('keeps the key in this window, and forgets it when asked', async () => {
    const { page } = window
    await visit(page, origin)
    const field = page.getByLabel('Nøgle', { exact: true })
    expect(await field.getAttribute('type')).toBe('password')
    await page.getByRole('button', { name: 'Indberet et tal' }).click()
    expect((await answered(page, execute(page))).errors?.[0]?.message).toMatch(/key/)
    await field.fill('wrong')
    expect((await answered(page, execute(page))).status).toBe(401)
    await field.fill(ADMIN_KEY)
    await page.reload()
    expect(await field.inputValue()).toBe(ADMIN_KEY)
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(ADMIN_KEY)
    await page.getByRole('button', { name: 'Ryd nøglen' }).click()
    expect([await field.inputValue(), await page.evaluate('JSON.stringify(sessionStorage)')]).toEqual(['', expect.not.stringContaining(ADMIN_KEY)])
  })

  it('remembers what was written, and has the examples again when asked', async () => {
    const { page } = window
    await visit(page, origin)
    await page.getByRole('button', { name: 'New tab' }).click()
    // Before the editor has come to the new tab, what is written goes into the one before.
    await page.locator('.graphiql-tab-active', { hasText: '<untitled>' }).waitFor()
    await pasteInto(page, '.graphiql-query-editor', '# Kommunerne\n{ kommuner { name } }')
    await page.getByRole('button', { name: 'Kommunerne' }).waitFor()
    // GraphiQL stores half a second after the last key.
    await expect.poll(() => page.evaluate('localStorage["maalopfoelgning:da:graphiql:tabState"]'), { timeout: 10_000 }).toContain('Kommunerne')
    await visit(page, origin)
    expect(await tabs(page)).toEqual([...TABS, 'Kommunerne'])
    page.on('dialog', dialog => { dialog.accept().catch(() => {}) })
    const schema = page.waitForResponse(`${origin}/graphql`)
    await page.getByRole('button', { name: 'Hent eksemplerne igen' }).click()
    await schema
    await page.getByRole('button', { name: 'Kommunerne' }).waitFor({ state: 'detached' })
    expect(await tabs(page)).toEqual(TABS)
  })

  it('needs no mouse', async () => {
    const { page } = window
    await visit(page, origin)
    await tabTo(page, '#key')
    await page.keyboard.type(ADMIN_KEY)
    await tabTo(page, '.graphiql-tab:nth-child(2) .graphiql-tab-button')
    await page.keyboard.press('Enter')
    await tabTo(page, '.graphiql-query-editor .graphiql-editor')
    await page.keyboard.press('Enter')
    expect((await answered(page, () => page.keyboard.press('Control+Enter'))).data).toMatchObject({ recordMeasurements: { created: 2 } })
    // Out of the editor again, to the button that runs.
    await tabTo(page, '.graphiql-execute-button')
    expect((await answered(page, () => page.keyboard.press('Enter'))).data).toMatchObject({ recordMeasurements: { created: 2 } })
    await tabTo(page, '.graphiql-editor-tool .graphiql-editor, .graphiql-editor-tool textarea')
    await tabTo(page, '.result-window, .result-window textarea')
  })

  it.each([['light', 1280], ['dark', 320]] as const)('has no barrier that axe knows, in the %s at %d pixels, and fits', async (colorScheme, width) => {
    const { page, complaints } = window
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await visit(page, origin)
    await answered(page, execute(page))
    expect(await violations(page)).toEqual([])
    for (const name of ['Show Documentation Explorer', 'Show History', 'Open settings dialog']) {
      await page.getByRole('button', { name }).click()
      expect(await violations(page), name).toEqual([])
    }
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    // A long answer scrolls in its own frame.
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(3_000)
    for (const part of ['.graphiql-query-editor .graphiql-editor', '.graphiql-execute-button', '.graphiql-response', '#key']) {
      const box = await page.locator(part).boundingBox()
      expect(box?.x, part).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(width)
    }
    expect(complaints).toEqual([])
  })

  it('speaks English to those who ask', async () => {
    const { page } = window
    await visit(page, origin)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByLabel('Key', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'How are we doing?' }).click()
    expect((await answered(page, execute(page))).data).toHaveProperty('plan')
  })

  it('says so where the schema is kept, and still runs queries', async () => {
    const quiet = await serve({ introspection: false })
    const own = await openWindow(quiet.origin)
    await visit(own.page, quiet.origin)
    await own.page.getByRole('alert').getByText('INTROSPECTION=off').first().waitFor()
    expect((await answered(own.page, execute(own.page))).data).toHaveProperty('plan')
    expect(await violations(own.page)).toEqual([])
    await own.close()
    await quiet.test.close()
  })
})
