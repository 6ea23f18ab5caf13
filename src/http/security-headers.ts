import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'

type Headers = [name: string, value: string][]

const PAGES: FastifyHelmetOptions = {
  contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } },
  strictTransportSecurity: false
}
/** Data is no page: a browser that shows it all the same may load nothing for it. What else helmet says is of what pages do. */
const DATA: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: false,
  dnsPrefetchControl: false,
  ieNoOpen: false,
  originAgentCluster: false,
  permittedCrossDomainPolicies: false,
  referrerPolicy: false,
  strictTransportSecurity: false,
  xssFilter: false
}
/** What an answer has without helmet. */
const OTHERS = ['date', 'connection', 'content-length', 'content-type']

let known: ReturnType<typeof askHelmet> | undefined

/** Sets the headers that helmet would for data, in all answers. They are the same in each, and helmet takes a third of a small request to write them anew. */
export async function secureAnswers (app: FastifyInstance): Promise<void> {
  setOn(app, (await headersOfHelmet()).data)
}

/** Sets those that helmet would for pages, in the answers of a plugin that has them. */
export async function securePages (app: FastifyInstance): Promise<void> {
  setOn(app, (await headersOfHelmet()).pages)
}

function setOn (app: FastifyInstance, headers: Headers): void {
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })
}

async function headersOfHelmet (): ReturnType<typeof askHelmet> {
  known ??= askHelmet()
  return await known
}

async function askHelmet (): Promise<{ pages: Headers, data: Headers }> {
  const scratch = Fastify()
  await scratch.register(helmet, { global: false })
  scratch.get('/pages', { helmet: PAGES }, () => '')
  scratch.get('/data', { helmet: DATA }, () => '')
  const headersOf = async (url: string): Promise<Headers> => Object.entries((await scratch.inject(url)).headers).filter(([name]) => !OTHERS.includes(name)).map(([name, value]) => [name, String(value)])
  const found = { pages: await headersOf('/pages'), data: await headersOf('/data') }
  await scratch.close()
  return found
}
