import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { AppError, type Problem } from '../domain/errors.ts'
import { problemsOf, summaryOf, unstorableTexts } from '../services/input.ts'

/** Checks path and query by the zod schemas of a route. What is refused is an `invalid_request` that names `?name`. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => input => {
  const result = schema.safeParse(input)
  // No text of a database holds these, so nothing can be found by them: PostgreSQL would not even be asked, SQLite would find nothing.
  const unstorable = unstorableTexts(input)
  if (result.success && unstorable.length === 0) return { value: result.data }
  const problems = [...result.success ? [] : problemsOf(result.error), ...unstorable].map(httpPart === 'querystring' ? namedParameter : problem => problem)
  return { error: new AppError('invalid_request', summaryOf(problems), problems) }
}

function namedParameter ({ pointer, code, detail }: Problem): Problem {
  const name = `?${pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')}`
  return code === 'unknown_field'
    ? { pointer: name, code: 'unknown_parameter', detail: 'is not a parameter of this path: check its spelling, or leave it out' }
    : { pointer: name, code, detail }
}
