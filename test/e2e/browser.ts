import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Why tests in a browser cannot run here; null where they can. */
export const missing = existsSync(CHROMIUM) ? null : `skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium)`

/**
 * A new window of a new browser, which is let nowhere but to these origins.
 * @returns the page, and `complaints`: what it asked of others, what its policy refused, what went wrong in it
 */
export async function openWindow (origins: string | readonly string[], options: BrowserContextOptions = {}): Promise<{ page: Page, complaints: string[], close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'maal-browser-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS, locale: 'da-DK', viewport: { width: 1280, height: 800 }, ...options })
  const complaints: string[] = []
  await context.route('**', async route => {
    const { origin: asked, protocol } = new URL(route.request().url())
    if ([origins].flat().includes(asked) || protocol === 'data:') return await route.continue()
    complaints.push(`asked ${route.request().url()}`)
    await route.abort()
  })
  const page = await context.newPage()
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()) })
  page.on('pageerror', error => complaints.push(String(error)))
  const close = async (): Promise<void> => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { page, complaints, close }
}
