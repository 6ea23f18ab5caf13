import type { FastifyInstance } from 'fastify'
import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql/index.js'
import { SDL } from './schema.ts'

/** A rule of validation: the schema is not told. */
export const refuseIntrospection = (context: ValidationContext): ASTVisitor => ({
  Field (node) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return
    context.reportError(new GraphQLError(`${node.name.value}: this server does not tell its schema (INTROSPECTION=off); graphql/schema.graphql in the source is the same.`, { nodes: node }))
  }
})

/** The schema as a text to read and to generate clients from, at `/graphql/schema.graphql`. */
export function serveSchema (app: FastifyInstance): void {
  app.get('/graphql/schema.graphql', async (_request, reply) => await reply.type('text/plain; charset=utf-8').send(SDL))
}
