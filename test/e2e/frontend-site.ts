import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const FOLDER = fileURLToPath(new URL('frontend/', import.meta.url))
const read = (file: string): string => readFileSync(FOLDER + file, 'utf8')

/** The page of test/e2e/frontend on a port of its own, as its makers would put it on the web: three files, and a policy that lets it ask nobody but the API. */
export async function openSite () {
  const files = new Map([['/', { type: 'text/html', text: read('index.html') }], ['/page.css', { type: 'text/css', text: read('page.css') }]])
  let policy = "default-src 'none'"
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': policy }).end(file?.text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** Bundles the page for an API. @returns the files it is made of, by their paths here */
  async function bundle (api: string): Promise<string[]> {
    const { outputFiles, metafile } = await build({ entryPoints: [`${FOLDER}main.ts`], bundle: true, format: 'esm', minify: true, write: false, metafile: true, define: { API: JSON.stringify(api) } })
    files.set('/page.js', { type: 'text/javascript', text: outputFiles[0]!.text })
    policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src ${api} ${api.replace('http', 'ws')}`
    return Object.keys(metafile.inputs)
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bundle,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
