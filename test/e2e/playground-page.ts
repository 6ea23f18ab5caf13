import { execFileSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { PLAYGROUND_FOLDER } from '../../src/http/playground.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const BUILD = fileURLToPath(new URL('../../src/build-playground.mjs', import.meta.url))

/** Builds the page, where that is needed. */
export const build = (): void => { execFileSync(process.execPath, [BUILD, '--when-needed'], { stdio: 'inherit' }) }

/** A seeded server with the page, at a port of its own. */
export async function serve (introspection: boolean): Promise<{ test: TestApp, origin: string }> {
  const test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z', playground: PLAYGROUND_FOLDER, introspection })
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
  await page.locator('.graphiql-response').getByText(answer.data === undefined ? '"errors"' : '"data"').waitFor()
  return { status: response.status(), ...answer }
}

/** Presses the button that runs the query. */
export const execute = (page: Page) => () => page.getByRole('button', { name: /^Execute query/ }).click()
