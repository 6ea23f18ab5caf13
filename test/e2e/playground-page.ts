import { execFileSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { PLAYGROUND_FOLDER } from '../../src/http/playground.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const BUILD = fileURLToPath(new URL('../../src/build-playground.mjs', import.meta.url))

/** Builds the page, where that is needed: one test file after another, for the build begins by removing what is there. */
export function build (): void {
  // A lock that is gone with the process that holds it, whatever becomes of that.
  const turn = new Sqlite(join(tmpdir(), 'maal-playground-build.sqlite'), { timeout: 100_000 })
  turn.exec('BEGIN EXCLUSIVE')
  execFileSync(process.execPath, [BUILD, '--when-needed'], { stdio: 'inherit' })
  turn.close()
}

/**
 * A server with the page, at a port of its own.
 * @param options `seed`: with the five plans (so it is if absent); `introspection`: whether it tells its schema
 */
export async function serve ({ seed = true, introspection = true }: { seed?: boolean, introspection?: boolean } = {}): Promise<{ test: TestApp, origin: string }> {
  const test = await openTestApp({ seed, now: '2026-07-01T10:00:00Z', playground: PLAYGROUND_FOLDER, introspection })
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  return { test, origin: `http://127.0.0.1:${(test.app.server.address() as AddressInfo).port}` }
}

/** Opens the page, and waits until its schema is there. */
export async function visit (page: Page, origin: string, path = '/graphiql'): Promise<void> {
  const schema = page.waitForResponse(response => response.url() === `${origin}/graphql`)
  await page.goto(`${origin}${path}`)
  await schema
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
}

/** Does what runs a query. @returns the answer, as soon as the page shows it */
export async function answered (page: Page, run: () => Promise<void>): Promise<{ status: number, data?: Record<string, unknown>, errors?: { message: string }[] }> {
  const [response] = await Promise.all([page.waitForResponse(one => one.url().endsWith('/graphql')), run()])
  const answer = await response.json()
  await page.locator('.graphiql-response').getByText(answer.errors === undefined ? '"data"' : '"errors"', { exact: true }).waitFor()
  return { status: response.status(), ...answer }
}

/** Presses the button that runs the query. */
export const execute = (page: Page) => () => page.getByRole('button', { name: /^Execute query/ }).click()

/** Replaces what is in an editor of the page with what is on the clipboard. @param part its place on the page, such as `.graphiql-query-editor` */
export async function pasteInto (page: Page, part: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.locator(`${part} .graphiql-editor`).first().press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+V')
}

/** The answer as the page shows it, from its first line to its last; null where that is not JSON: not all of it is on the screen, or lines are broken. */
export async function shownAnswer (page: Page): Promise<unknown> {
  const lines = await page.locator('.graphiql-response .view-line').evaluateAll(found => found.toSorted((one, other) => one.offsetTop - other.offsetTop).map(line => line.textContent))
  try {
    return JSON.parse(lines.join('\n').replaceAll('\u00a0', ' '))
  } catch {
    return null
  }
}
