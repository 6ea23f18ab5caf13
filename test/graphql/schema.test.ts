import { type GraphQLNamedType, getIntrospectionQuery, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql/index.js'
import { describe, expect, it } from 'vitest'
import { resolvers } from '../../graphql/resolvers.ts'
import { createSchema } from '../../graphql/schema.ts'
import { scalars } from '../../graphql/scalars.ts'
import { watches } from '../../graphql/subscriptions/sources.ts'
import { AREA_KINDS } from '../../src/domain/area.ts'
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '../../src/domain/audit.ts'
import { DELIVERY_STATES } from '../../src/domain/delivery.ts'
import { EVENT_TYPES } from '../../src/domain/event.ts'
import { FREQUENCIES, POLARITIES, UNITS } from '../../src/domain/indicator.ts'
import { SCOPES } from '../../src/domain/key.ts'
import { FLAGS, IMPORT_KINDS, METHODS } from '../../src/domain/measurement.ts'
import { GOAL_KINDS, INITIATIVE_STATUSES, NOTE_KINDS, PLAN_KINDS, PLAN_STATUSES, RELATION_KINDS } from '../../src/domain/plan.ts'
import { JUDGEMENTS, RANKED_STATUSES, REASONS, STATUSES, TRENDS } from '../../src/domain/status/status.ts'
import { AGGREGATES, COMPARATORS, MODES } from '../../src/domain/target.ts'
import { WEBHOOK_STATES } from '../../src/domain/webhook.ts'
import { WARNING_CODES } from '../../src/services/plan-warnings.ts'
import { openTestApp } from '../support/app.ts'
import { dataOf } from './ask.ts'

const schema = createSchema()
const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__'))
const own = types.filter(type => !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))

/** Everything that a type names, with its description. */
function described (type: GraphQLNamedType): [string, string | null | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]]
  if (isEnumType(type)) parts.push(...type.getValues().map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]))
  if (isInputObjectType(type)) parts.push(...Object.values(type.getFields()).map((field): [string, string | null | undefined] => [`${type.name}.${field.name}`, field.description]))
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description])
      parts.push(...field.args.map((arg): [string, string | null | undefined] => [`${type.name}.${field.name}(${arg.name})`, arg.description]))
    }
  }
  return parts
}

const valuesOf = (name: string): unknown[] => {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map(value => value.value as unknown) : []
}

describe('the schema', () => {
  it('describes every type, field, argument and value', () => {
    const parts = own.flatMap(described)
    expect(parts.length).toBeGreaterThan(400)
    expect(parts.filter(([, description]) => !description?.trim()).map(([name]) => name)).toEqual([])
  })

  it.each([
    ['Status', STATUSES], ['Judgement', JUDGEMENTS], ['Reason', REASONS], ['Trend', TRENDS], ['Flag', FLAGS], ['CalculationMethod', METHODS], ['Comparator', COMPARATORS], ['Aggregate', AGGREGATES],
    ['Mode', MODES], ['AreaKind', AREA_KINDS], ['Unit', UNITS], ['Polarity', POLARITIES], ['Frequency', FREQUENCIES], ['PlanKind', PLAN_KINDS], ['PlanState', PLAN_STATUSES],
    ['GoalKind', GOAL_KINDS], ['InitiativeStatus', INITIATIVE_STATUSES], ['RelationKind', RELATION_KINDS], ['NoteKind', NOTE_KINDS], ['WarningCode', WARNING_CODES], ['Scope', SCOPES], ['WebhookState', WEBHOOK_STATES], ['DeliveryState', DELIVERY_STATES],
    ['EventType', EVENT_TYPES], ['ImportKind', IMPORT_KINDS],
    ['AuditAction', AUDIT_ACTIONS], ['AuditSubject', AUDIT_SUBJECTS]
  ])('has every word of the domain in %s', (name, words) => {
    expect(valuesOf(name)).toEqual([...words])
  })

  it('counts every status that a roll-up counts', () => {
    const type = schema.getType('StatusCounts')
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    expect(fields).toEqual(RANKED_STATUSES.map(status => status.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())))
  })

  it('has a resolver for every field of Query, Mutation and Subscription, and functions for every scalar', () => {
    expect(Object.keys(resolvers.Query)).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}))
    expect(Object.keys(resolvers.Mutation)).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}))
    expect(Object.keys(watches)).toEqual(Object.keys(schema.getSubscriptionType()?.getFields() ?? {}))
    expect(Object.keys(scalars).sort()).toEqual(own.filter(isScalarType).map(type => type.name).sort())
  })

  it('can be introspected whole, within the limits of a query', async () => {
    const test = await openTestApp()
    const { __schema } = await dataOf(test, getIntrospectionQuery())
    expect(__schema.types.length).toBeGreaterThan(own.length)
    await test.close()
  })
})
