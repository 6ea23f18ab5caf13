import type { Client, ClientOptions, FetchOptions } from 'openapi-fetch'
import type { components, paths } from './openapi.d.ts'

export type { components, operations, paths } from './openapi.d.ts'

/** Every thing by its name: `Schemas['TargetStatus']`. */
export type Schemas = components['schemas']

/** Why a request was refused (RFC 9457), told apart by `code`. */
export type Problem = Schemas['ProblemDetails'] | Schemas['BatchRefusal'] | Schemas['VersionConflict']

export type MaalopfoelgningClient = Client<paths>

export type Options = Omit<ClientOptions, 'querySerializer'> & {
  /** Where the server is, such as `https://maal.example.dk`. */
  baseUrl: string
  /** A key or token, or what gives one for each request; without it one reads what is open to all. */
  key?: string | (() => string | undefined | Promise<string | undefined>)
  /** Remembers the last 200 answers by their ETag, so that what has not changed is not sent again. Browsers do so by themselves. */
  remember?: boolean
}

/**
 * A client of the REST API, typed by its OpenAPI document: `client.GET('/v1/plans/{id}', { params: { path: { id } } })`. It never reads older
 * data than it has seen, from its own writes on; to read what an event tells of, send the event's id as the header `Data-Version`.
 */
export function createClient (options: Options): MaalopfoelgningClient

/** A refusal, thrown by {@link unwrap} and {@link pages}. */
export class ProblemError extends Error {
  constructor (problem: Problem, response: Response)
  /** The problem's stable code; `unknown` where it was not the server that refused. */
  readonly code: Problem['code'] | 'unknown'
  /** The HTTP status. */
  readonly status: number
  readonly problem: Problem
  readonly response: Response
}

type Answer = { data?: unknown, error?: unknown, response: Response }
type DataOf<T> = T extends { data: infer Data } ? Data : never

/** What was answered. @throws ProblemError where the request was refused */
export function unwrap<T extends Answer> (answer: Promise<T> | T): Promise<DataOf<T>>

type PageOf<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Page } } } } } ? Page : never

/** The lists that are read page by page; not the feed of changes, which has no end. */
export type ListPath = Exclude<{ [Path in keyof paths]: PageOf<Path> extends { items: unknown[], nextCursor: string | null } ? Path : never }[keyof paths], '/v1/changes'>

export type ItemOf<Path extends ListPath> = PageOf<Path> extends { items: (infer Item)[] } ? Item : never

type ListOptions<Path extends ListPath> = FetchOptions<paths[Path]['get']>

/** The items of a list, each page fetched when it is come to: `for await (const target of pages(client, '/v1/targets'))`. @throws ProblemError */
export function pages<Path extends ListPath> (
  client: MaalopfoelgningClient,
  path: Path,
  ...init: Record<never, never> extends ListOptions<Path> ? [init?: ListOptions<Path>] : [init: ListOptions<Path>]
): AsyncGenerator<ItemOf<Path>, void, undefined>
