import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** How a program is run; its output goes to the file `<name>.log` of the run's folder. */
type Run = { name: string, program: string, args: string[], env?: Record<string, string | undefined>, user?: { uid: number, gid: number } | null }

export type Processes = ReturnType<typeof openProcesses>

/**
 * The run's folder and its processes. However the run ends (by Ctrl-C too), every process that it started is ended by its own number,
 * and the folder is removed unless `keep`.
 */
export function openProcesses ({ keep }: { keep: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'maal-ha-'))
  const running = new Set<ChildProcess>()
  const dataFolders = new Set<string>()
  const frozen = new Set<number>()

  function start ({ name, program, args, env, user }: Run): ChildProcess {
    const log = openSync(join(folder, `${name}.log`), 'a')
    const child = spawn(program, args, { stdio: ['ignore', log, log], ...env && { env }, ...user })
    closeSync(log)
    running.add(child)
    child.on('exit', () => { running.delete(child) })
    child.on('error', error => { console.error(`${name} cannot be started: ${error.message}`) })
    return child
  }

  /** Ends a process as a lost machine does. */
  async function kill (child: ChildProcess): Promise<void> {
    if (!running.has(child)) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  /** Stops processes as on a machine that hangs: their connections stay, and nobody answers. */
  function freeze (pids: number[]): void {
    for (const pid of pids) {
      process.kill(pid, 'SIGSTOP')
      frozen.add(pid)
    }
  }

  /** Ends all that is frozen. */
  function reset (): void {
    for (const pid of frozen) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {} // It has ended with another.
    }
    frozen.clear()
  }

  /** A folder of the run; one that holds a PostgreSQL is named, so that its server, no child of ours, is ended too. */
  function folderOf (name: string, { isData = false } = {}): string {
    const path = join(folder, name)
    if (isData) dataFolders.add(path)
    else mkdirSync(path, { recursive: true })
    return path
  }

  // In the order that leaves nobody to start another again.
  process.on('exit', () => {
    reset()
    for (const child of running) child.kill('SIGKILL')
    for (const data of dataFolders) endPostmaster(data)
    if (keep) console.log(`        kept: ${folder}`)
    else rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { process.exit(130) })

  return { folder, folderOf, start, kill, freeze, reset, log: (name: string) => readFileSync(join(folder, `${name}.log`), 'utf8') }
}

/** The number of the PostgreSQL server of a data folder; undefined where none runs. */
function postmasterOf (data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
    // The number may be another's by now, where the server ended long ago.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data) ? pid : undefined
  } catch {
    return undefined
  }
}

/** Kills the server of a data folder with -9, as a power cut does. @returns whether there was one */
export function endPostmaster (data: string): boolean {
  const pid = postmasterOf(data)
  return pid !== undefined && process.kill(pid, 'SIGKILL')
}

/** The numbers of the server of a data folder and of all that it started. */
export function postgresOf (data: string): number[] {
  const postmaster = postmasterOf(data)
  if (postmaster === undefined) return []
  return [postmaster, ...readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)]
}

/** So many ports that nobody listens on now. */
export async function freePorts (count: number): Promise<number[]> {
  const listeners = await Promise.all(Array.from({ length: count }, async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await once(listener, 'listening')
    return listener
  }))
  const ports = listeners.map(listener => (listener.address() as AddressInfo).port)
  await Promise.all(listeners.map(async listener => { listener.close(); await once(listener, 'close') }))
  return ports
}

/** Asks until it is so. @throws Error where it is not within the time */
export async function until (what: string, isSo: () => Promise<boolean> | boolean, { withinMs = 60_000, everyMs = 250 } = {}): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await setTimeout(everyMs)) {
    if (await Promise.resolve(isSo()).catch(() => false)) return
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}.`)
}
