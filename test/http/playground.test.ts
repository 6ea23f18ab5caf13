import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-playground-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'da.html'), '<html lang="da">')
writeFileSync(join(folder, 'en.html'), '<html lang="en">')
writeFileSync(join(folder, '.built-from'), 'secret')
writeFileSync(join(folder, 'assets', 'page-ABC.js'), 'run()')
writeFileSync(join(folder, 'assets', 'page-ABC.js.br'), brotliCompressSync('run()'))
writeFileSync(join(folder, 'assets', 'page-ABC.js.gz'), gzipSync('run()'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe('the playground', () => {
  let test: TestApp
  beforeAll(async () => { test = await openTestApp({ playground: folder }) })
  afterAll(async () => { await test.close() })

  it.each([
    ['', undefined, 'da'], ['', 'en-GB,en;q=0.9', 'en'], ['', 'da,en;q=0.5', 'da'], ['', 'de, en;q=0.3, da;q=0.8', 'da'], ['', 'fr', 'da'], ['', 'en;q=0', 'da'], ['', ';;,q=,', 'da'],
    ['?lang=en', 'da', 'en'], ['?lang=da', 'en', 'da'], ['?lang=xx', 'en', 'en'], ['?lang=en&lang=da', undefined, 'da'], ['?lang[__proto__]=en', undefined, 'da']
  ])('answers %s with Accept-Language %s in %s', async (query, accepted, language) => {
    const { statusCode, body, headers } = await test.app.inject({ url: `/graphiql${query}`, headers: accepted === undefined ? {} : { 'accept-language': accepted } })
    expect([statusCode, body]).toEqual([200, `<html lang="${language}">`])
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Language' })
  })

  it('has a policy of its own: nothing but from our own origin, no inline script', async () => {
    for (const url of ['/graphiql', '/graphiql/assets/page-ABC.js']) {
      const policy = String((await test.app.inject(url)).headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'")
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
    }
  })

  it('lets what it is made of be kept for ever, and nothing else out', async () => {
    const { statusCode, headers, body } = await test.app.inject('/graphiql/assets/page-ABC.js')
    expect([statusCode, headers['cache-control'], body]).toEqual([200, 'public, max-age=31536000, immutable', 'run()'])
    expect(headers['content-type']).toMatch(/javascript/)
    for (const url of ['/graphiql/assets/other.js', '/graphiql/assets/', '/graphiql/.built-from', '/graphiql/assets/..%2F.built-from', '/graphiql/assets/%2e%2e/.built-from', '/graphiql/da.html']) {
      const answer = await test.app.inject(url)
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 404, 'not_found'])
    }
  })

  it('answers GET alone', async () => {
    const answer = await test.app.inject({ method: 'POST', url: '/graphiql', payload: {} })
    expect([answer.statusCode, answer.json().code, answer.headers.allow]).toEqual([405, 'method_not_allowed', 'GET, HEAD, OPTIONS'])
    expect((await test.app.inject({ method: 'HEAD', url: '/graphiql' })).statusCode).toBe(200)
    expect((await test.app.inject({ url: '/graphiql', headers: { authorization: 'Bearer wrong' } })).json().code).toBe('unauthenticated')
  })

  it('sends what was packed when it was built', async () => {
    for (const [encoding, read] of [['br', brotliDecompressSync], ['gzip', gunzipSync]] as const) {
      const { statusCode, headers, rawPayload } = await test.app.inject({ url: '/graphiql/assets/page-ABC.js', headers: { 'accept-encoding': encoding } })
      expect([statusCode, headers['content-encoding'], headers['content-type'], read(rawPayload).toString()]).toEqual([200, encoding, expect.stringContaining('javascript'), 'run()'])
      expect(headers.vary).toContain('accept-encoding')
    }
  })

  it('says how it is built where it is not', async () => {
    const other = await openTestApp({ playground: join(folder, 'nowhere') })
    const { statusCode, body, headers } = await other.app.inject('/graphiql')
    expect([statusCode, headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(body).toContain('npm run build:playground')
    expect((await other.app.inject('/graphiql/assets/page-ABC.js')).statusCode).toBe(404)
    await other.close()
  })

  it('is not there where it is switched off', async () => {
    const other = await openTestApp({ playground: null })
    expect((await other.app.inject('/graphiql')).statusCode).toBe(404)
    expect((await other.app.inject({ method: 'POST', url: '/graphql', headers: asAdmin, payload: { query: '{ plans { id } }' } })).statusCode).toBe(200)
    await other.close()
  })
})
