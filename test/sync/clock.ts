// Loaded before the server (node --import): its clock begins at another instant and goes faster, so that an hour of changes is an hour to it,
// with the Danish midnight of New Year's Eve in the middle. Timers keep the real pace. A server that is started again goes on in the same time.

const [began = 0, start = 0, speed = 1] = (process.env.SYNC_CLOCK ?? '').split(',').map(Number)
const RealDate = Date
const now = (): number => Math.floor(start + (RealDate.now() - began) * speed)

globalThis.Date = new Proxy(RealDate, {
  construct: (Real, given: []) => given.length === 0 ? new Real(now()) : new Real(...given),
  get: (target, name) => name === 'now' ? now : Reflect.get(target, name) as unknown
})
