import type { FastifyInstance } from 'fastify'
import { figureQuery } from '../../services/figures.ts'
import type { Services } from '../../services/index.ts'
import { figures, figuresExample } from '../answers/figure.ts'
import { addOperation } from '../operation.ts'

/** Figures as they are read: posted, calculated, and of groups. */
export function figureRoutes (app: FastifyInstance, { figures: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/figures',
    operationId: 'listFigures',
    summary: 'The figures of an indicator, posted and calculated, for an area or for kommuner taken together',
    description: 'One rule everywhere: a posted figure goes first, a suppressed one too. A period without one is calculated where the indicator says how; for a RAR, a region or chosen kommuner it is else the sum of the members, or the sum of their numerators by that of their denominators. A suppressed part makes the figure suppressed, a member without a figure makes it missing. A page may end before its limit where its figures are made of many.',
    tag: 'Measurements',
    query: figureQuery,
    answer: { schema: figures, example: figuresExample, statuses: { 200: 'A page of figures, by period.' } }
  }, async ({ query }) => await service.list(query))
}
