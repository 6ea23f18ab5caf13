import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '../../domain/errors.ts'
import { overviewQuery } from '../../services/overview.ts'
import { reportQuery } from '../../services/reports.ts'
import type { Services } from '../../services/index.ts'
import { statusQuery } from '../../services/status.ts'
import { refuse, refusing } from '../errors.ts'
import { tagAnswers } from '../etags.ts'
import { LANGUAGES, languageOf } from '../languages.ts'
import { answerOtherMethods, collectMethods } from '../methods.ts'
import { pathText } from '../operation.ts'
import { securePages } from '../security-headers.ts'
import { validatorCompiler } from '../validation.ts'
import { badgeSvg } from './badge.ts'
import { chartSvg } from './chart.ts'
import { countryPage, kommunePage } from './country.ts'
import { ICON, linkTo, STYLE, type View, viewOf } from './layout.ts'
import { problemPage } from './problem.ts'
import { reportPage } from './report.ts'
import { subjectOf } from './report-target.ts'

/** Nothing but our own style and pictures: there is no script at all. */
const POLICY = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"].join('; ')
const HTML = 'text/html; charset=utf-8'
const SVG = 'image/svg+xml; charset=utf-8'
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const FOR_EVER = 'public, max-age=31536000, immutable'

/** A form sends its empty fields too: they are as good as absent. */
const asked = <Query extends z.ZodObject>(query: Query) => z.preprocess(
  given => Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '')), query.extend({ lang: z.enum(LANGUAGES).optional() }))
const idOf = z.strictObject({ id: pathText('The id.', 'frederikssund-2024') })
/** The name of a picture: an id, `.svg`, and which part of a combination it shows. */
const pictureOf = z.strictObject({ id: pathText('The id of the target.', 'frederikssund-2024.3a') })

type Route<Params, Query> = { Params: Params, Querystring: Query }
type Id = { id: string }

/**
 * The pages for people: HTML written here and readable without any script, and the pictures of them that others embed. An encapsulated plugin,
 * for its policy is stricter than that of the rest and what it refuses is answered as a page.
 */
export default async function pagesPlugin (app: FastifyInstance, { services, build, hasPlayground }: { services: Services, build: string, hasPlayground: boolean }): Promise<void> {
  const { reports, overview, versions } = services
  const methods = collectMethods(app)
  await securePages(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler((error, request, reply) => {
    const refusal = refuse(error, request)
    return refusing(reply, refusal, request).type(HTML).send(problemPage(refusal, viewFor(request)))
  })
  app.decorateRequest('answerType', '')
  app.addHook('onRequest', async (request, reply) => {
    const { query, headers } = request
    request.answerType = `${languageOf((query as { lang?: unknown }).lang, headers['accept-language'])}`
    set(reply, { 'content-security-policy': POLICY, vary: 'accept-language, authorization', 'cache-control': headers.authorization === undefined ? 'no-cache' : 'private, no-cache' })
  })
  tagAnswers(app, { versions, build })

  const viewFor = (request: FastifyRequest): View =>
    viewOf(languageOf((request.query as { lang?: unknown }).lang, request.headers['accept-language']), addressOf(request), hasPlayground)
  const config = { showsData: true }

  app.get<Route<unknown, z.output<typeof overviewQuery>>>('/', { schema: { querystring: asked(overviewQuery) }, config }, async (request, reply) =>
    await reply.type(HTML).send(countryPage(await overview.ofCountry(request.actor, withoutLanguage(request.query)), viewFor(request))))
  app.get<Route<Id, z.output<typeof overviewQuery>>>('/kommuner/:id', { schema: { params: idOf, querystring: asked(overviewQuery) }, config }, async (request, reply) =>
    await reply.type(HTML).send(kommunePage(await overview.ofKommune(request.actor, request.params.id, withoutLanguage(request.query)), viewFor(request))))
  app.get<Route<Id, z.output<typeof reportQuery>>>('/reports/:id', { schema: { params: idOf, querystring: asked(reportQuery) }, config }, async (request, reply) =>
    await reply.type(HTML).send(reportPage(await reports.ofPlan(request.actor, request.params.id, withoutLanguage(request.query)), viewFor(request), request.host)))

  const partQuery = statusQuery.extend({ part: z.string().regex(/^[1-9]\d?$/, { error: 'is not the number of a part: write one from 1 on' }).transform(Number).optional() })
  app.get<Route<Id, z.output<typeof partQuery>>>('/charts/:id.svg', { schema: { params: pictureOf, querystring: asked(partQuery) }, config }, async (request, reply) => {
    const { part: number = 1, ...query } = withoutLanguage(request.query)
    const { target, parts } = await reports.ofTarget(request.actor, request.params.id, query)
    const part = parts[number - 1]
    const { language } = viewFor(request)
    const { resolve } = await services.reference.areas()
    if (part?.chart == null) throw notFound('chart', `${target.id}?part=${number}`)
    return await sendPicture(reply, chartSvg(part.chart, subjectOf(part, 'chart', resolve(target.kommune)?.name ?? target.kommune, { language }), language))
  })
  app.get<Route<Id, z.output<typeof statusQuery>>>('/badges/:id.svg', { schema: { params: pictureOf, querystring: asked(statusQuery) }, config }, async (request, reply) => {
    const { target, status } = await reports.ofTarget(request.actor, request.params.id, withoutLanguage(request.query))
    return await sendPicture(reply, badgeSvg(target.code, status.status, viewFor(request).language))
  })

  // Whoever shortens an address finds the list that it was chosen from.
  for (const path of ['/kommuner', '/reports']) app.get(path, async (request, reply) => await reply.redirect(linkTo(addressOf(request), '/')))
  for (const { path, content } of [STYLE, ICON]) {
    app.get(path, async (_request, reply) => await reply.headers({ 'cache-control': FOR_EVER, 'content-type': path.endsWith('.css') ? 'text/css; charset=utf-8' : SVG }).send(content))
  }
  answerOtherMethods(app, methods)
}

/** Pictures may be embedded by pages of any origin. They are XML, which some characters may not stand in, however they are written. */
const sendPicture = async (reply: FastifyReply, svg: string): Promise<FastifyReply> =>
  await reply.headers({ 'cross-origin-resource-policy': 'cross-origin', 'content-type': SVG }).send(svg.replace(NOT_IN_XML, ''))

/** The address asked for; of its host nothing is taken from what the caller says. */
const addressOf = ({ url }: FastifyRequest): URL => new URL(url.replace(/^\/+/, '/'), 'http://host')

function withoutLanguage<Query extends object> (query: Query): Omit<Query, 'lang'> {
  const { lang: _, ...rest } = query as Query & { lang?: string }
  return rest
}

function set (reply: FastifyReply, headers: Record<string, string>): void {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
  reply.headers(headers)
}
