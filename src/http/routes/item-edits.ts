import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { flag, wholeNumber } from '../../services/input.ts'
import { goalInput, goalPatch, targetInput, targetPatch } from '../../services/plan-document.ts'
import { moveInput, moveToGoalInput } from '../../services/plan-items.ts'
import { goalExample, planExample } from '../answers/plan.ts'
import { planWrite, planWriteExample } from '../answers/plan-write.ts'
import { targetExample } from '../answers/target.ts'
import { addOperation, idOf } from '../operation.ts'
import { preconditionOf } from '../preconditions.ts'
import { answerWrite, editing, editQuery, etagHeader } from './plan-edits.ts'

const goalParams = idOf('The id of the goal: the plan\'s, a dot and the code.', goalExample.id)
const targetParams = idOf('The id of the target: the plan\'s, a dot and the code.', targetExample.id)
const addQuery = editQuery.extend({ position: wholeNumber(0, 1000, 'Its place in the list, from 0; the end if absent.') })
const added = { schema: planWrite, example: { ...planWriteExample, created: true }, statuses: { 200: 'Only tried.', 201: 'Added.' }, headers: etagHeader }
const changed = { schema: planWrite, example: planWriteExample, statuses: { 200: 'Changed, unchanged, or only tried.' }, headers: etagHeader }
const removed = { schema: planWrite, example: { ...planWriteExample, warnings: [] }, statuses: { 200: 'Removed, or only tried.' }, headers: etagHeader }
const PATCHED = 'A merge patch (RFC 7396): null clears, lists are replaced whole. The code stays.'

/** Goals and targets written one by one; each write makes a version of the whole plan. */
export function itemEditRoutes (app: FastifyInstance, { planEdits: { goals, targets } }: Services): void {
  addOperation(app, {
    method: 'POST',
    path: '/plans/:id/goals',
    operationId: 'addGoal',
    summary: 'Add a goal to a plan',
    description: 'With or without targets. Without a code it gets the next free one.',
    ...editing,
    params: idOf('The id of the plan.', planExample.id),
    query: addQuery,
    body: { schema: goalInput, example: { kind: 'focus_area', title: 'Flere unge i uddannelse', nationalGoals: ['2024-5'] } },
    answer: added
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await goals.add(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'PATCH',
    path: '/goals/:id',
    operationId: 'updateGoal',
    summary: 'Change of a goal what is given',
    description: PATCHED,
    ...editing,
    params: goalParams,
    query: editQuery,
    body: { schema: goalPatch, example: { title: 'Færre og kortere sygeforløb', summary: null } },
    answer: changed
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await goals.update(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'POST',
    path: '/goals/:id/move',
    operationId: 'moveGoal',
    summary: 'Move a goal in its plan',
    ...editing,
    params: goalParams,
    query: editQuery,
    body: { schema: moveInput, example: { position: 0 } },
    answer: changed
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await goals.move(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'DELETE',
    path: '/goals/:id',
    operationId: 'removeGoal',
    summary: 'Remove a goal',
    description: 'One that has targets goes only where `withTargets=true` says so. Its code is not used again.',
    ...editing,
    params: goalParams,
    query: editQuery.extend({ withTargets: flag('Remove its targets too.') }),
    answer: removed
  }, async ({ actor, params, query, headers }, respond) => answerWrite(respond, await goals.remove(actor, params.id, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'POST',
    path: '/goals/:id/targets',
    operationId: 'addTarget',
    summary: 'Add a target to a goal',
    description: 'Without a code it gets the next free one: 3c after 3b.',
    ...editing,
    params: goalParams,
    query: addQuery,
    body: { schema: targetInput, example: { title: targetExample.title, indicator: targetExample.indicator, window: targetExample.window, rule: targetExample.rule } },
    answer: added
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await targets.add(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'PATCH',
    path: '/targets/:id',
    operationId: 'updateTarget',
    summary: 'Change of a target what is given',
    description: `${PATCHED} Inside the window and the rule too; but a rule of another kind, or a baseline of another form, replaces the old one whole, and a segment of null in the rule is the whole, whatever the target's.`,
    ...editing,
    params: targetParams,
    query: editQuery,
    body: { schema: targetPatch, example: { rule: { ...targetExample.rule, amount: 0.3 } } },
    answer: changed
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await targets.update(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/move',
    operationId: 'moveTarget',
    summary: 'Move a target in its goal, or to another goal of the plan',
    ...editing,
    params: targetParams,
    query: editQuery,
    body: { schema: moveToGoalInput, example: { goal: 'frederikssund-2024.2', position: 0 } },
    answer: changed
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await targets.move(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'DELETE',
    path: '/targets/:id',
    operationId: 'removeTarget',
    summary: 'Remove a target',
    description: 'Its code is not used again; earlier versions of the plan still show it.',
    ...editing,
    params: targetParams,
    query: editQuery,
    answer: removed
  }, async ({ actor, params, query, headers }, respond) => answerWrite(respond, await targets.remove(actor, params.id, { ...preconditionOf(headers), ...query })))
}
