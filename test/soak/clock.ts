import { readFileSync } from 'node:fs'

// Loaded before the server (node --import): its clock is ours and so many milliseconds more, as the file SOAK_CLOCK says, which is read again at
// SIGUSR2. Timers and performance.now() keep the real time, as they do where a machine's clock is set.

let offset = 0
const read = (): void => { offset = Number(readFileSync(process.env.SOAK_CLOCK ?? '', 'utf8')) }
read()
process.on('SIGUSR2', read)

const RealDate = Date
const now = (): number => RealDate.now() + offset

globalThis.Date = new Proxy(RealDate, {
  construct: (Real, given: []) => given.length === 0 ? new Real(now()) : new Real(...given),
  get: (target, name) => name === 'now' ? now : Reflect.get(target, name) as unknown
})
