import { createSourceEventStream, type DocumentNode, execute, type ExecutionArgs, type ExecutionResult, getOperationAST, GraphQLError, type GraphQLSchema, Kind, parse, specifiedRules, validate, type ValidationRule } from 'graphql/index.js'
import { AppError } from '../../src/domain/errors.ts'
import type { Actor } from '../../src/services/actor.ts'
import type { ChangeFeed } from '../../src/services/change-watches.ts'
import type { Services } from '../../src/services/index.ts'
import { createContext } from '../context.ts'
import type { Documents, Request } from '../documents.ts'
import { checkShape, fieldsOf, LIMITS } from '../limits.ts'
import { createGate } from './gate.ts'
import type { SubscriptionLimits } from './limits.ts'
import { eventsOf, type Root } from './sources.ts'

type Needs = { schema: GraphQLSchema, rules: readonly ValidationRule[], services: Services, feed: ChangeFeed, documents: Documents, time: number, limits: SubscriptionLimits }

/** A subscription that has begun: what the library runs, and the answers, one for each event. */
export type Begun = ExecutionArgs & { answers: AsyncGenerator<ExecutionResult, void> }

/** Subscriptions, checked as queries are before they begin. */
export function createSubscriptions ({ schema, rules, services, feed, documents, time, limits }: Needs) {
  const atOnce = createGate(limits.together)
  const oneByOne = createGate(1)

  /**
   * Begins a subscription.
   * @param actor who subscribes, asked again for each event
   * @returns what is wrong with it where it cannot begin
   */
  const begin = async (request: Request, actor: () => Actor): Promise<Begun | readonly GraphQLError[]> => await oneByOne(async () => {
    try {
      const document = parse(documents.textOf(request), { maxTokens: LIMITS.tokens })
      const operationName = request.operationName as string | null | undefined
      checkShape(document)
      checkOperation(document, operationName)
      const errors = validate(schema, document, [...specifiedRules, ...rules], { maxErrors: LIMITS.errors })
      if (errors.length > 0) return errors
      const args: ExecutionArgs = { schema, document, operationName: operationName ?? null, variableValues: request.variables as Record<string, unknown> | null }
      const stop = new AbortController()
      const source = await createSourceEventStream({
        ...args,
        subscribeFieldResolver: (_, fieldArgs: object, __, { fieldName }) => eventsOf(fieldName, fieldArgs, feed, { services, actor: actor() }, stop.signal)
      })
      if (!(Symbol.asyncIterator in source)) return source.errors ?? []
      return { ...args, answers: stoppable(answersTo(args, source as AsyncGenerator<Root, void>, actor, stop.signal), stop) }
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('refused', { originalError: error as Error })]
    }
  })

  async function * answersTo (args: ExecutionArgs, events: AsyncGenerator<Root, void>, actor: () => Actor, stop: AbortSignal): AsyncGenerator<ExecutionResult, void> {
    const fields = fieldsOf(args.document)
    for await (const rootValue of events) {
      yield await atOnce(async () => {
        // Who has gone while it waited its turn is told nothing, and keeps nobody waiting.
        if (stop.aborted) return { data: null }
        // Made anew for each event: what it costs is counted by itself, and what was read before may have changed.
        const contextValue = createContext(services, actor(), time, limits.eventCost)
        contextValue.budget.fit(fields)
        const answer = await execute({ ...args, rootValue, contextValue })
        // Of an event that cannot be told at least its place, so that the client can go on after it.
        return answer.data == null ? { ...answer, extensions: { cursor: Object.values(rootValue)[0]!.cursor } } : answer
      })
    }
  }

  return { begin }
}

function checkOperation (document: DocumentNode, operationName: string | null | undefined): void {
  const operation = getOperationAST(document, operationName)
  if (operation == null) throw refused('/operationName', 'does not name an operation of the query')
  if (operation.operation !== 'subscription') throw refused('/query', `is a ${operation.operation}: send it by POST to /graphql; a WebSocket takes subscriptions only`)
  // The library fails where a directive leaves nothing, and lets two fields through where one of them depends on a variable.
  const [only, ...more] = operation.selectionSet.selections
  if (more.length > 0 || only?.kind !== Kind.FIELD || only.directives?.length) throw refused('/query', 'subscribes to other than one field: write one field at its root, without a directive and outside of fragments')
}

const refused = (pointer: string, detail: string): AppError => new AppError('invalid_request', `${pointer}: ${detail}`, [{ pointer, code: 'invalid_value', detail }])

/** The same answers; whoever ends them ends the wait for the next one too. */
function stoppable<T> (answers: AsyncGenerator<T, void>, stop: AbortController): AsyncGenerator<T, void> {
  const end = answers.return.bind(answers)
  answers.return = async value => {
    stop.abort()
    return await end(value)
  }
  return answers
}
