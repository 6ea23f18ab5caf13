import type { WriteOptions } from '../../../src/services/input.ts'
import { given } from '../query.ts'
import { mutation, patchOf } from './mutation.ts'

type OfId = { id: string } & WriteOptions
type Put = OfId & { input: object }
type Create = { input: object } & WriteOptions
type Rotate = OfId & { graceHours?: number }

/** What a removal tells beside the thing. */
const removal = (before: object) => ({ created: false, changed: true, changes: [{ path: '', op: 'remove', before, after: null }] })

/** What is measured, what the minister wants, and how tables are read. */
export const ofReference = {
  putIndicator: mutation<Put>(async ({ indicators }, actor, { id, input, ...options }) => {
    const { created, changes } = await indicators.put(actor, id, given(input), options)
    return { indicator: id, created, changed: changes.length > 0, changes }
  }),
  updateIndicator: mutation<Put>(async ({ indicators }, actor, { id, input, ...options }) => {
    const { created, changes } = await indicators.update(actor, id, patchOf(input), options)
    return { indicator: id, created, changed: changes.length > 0, changes }
  }),
  removeIndicator: mutation<OfId>(async ({ indicators }, actor, { id, ...options }) => {
    const before = await indicators.remove(actor, id, options)
    return { indicator: id, ...removal(before) }
  }),
  putNationalGoal: mutation<Put>(async ({ nationalGoals }, actor, { id, input, ...options }) => {
    const { created, changes } = await nationalGoals.put(actor, id, input, options)
    return { nationalGoal: id, created, changed: changes.length > 0, changes }
  }),
  updateNationalGoal: mutation<Put>(async ({ nationalGoals }, actor, { id, input, ...options }) => {
    const { created, changes } = await nationalGoals.update(actor, id, patchOf(input), options)
    return { nationalGoal: id, created, changed: changes.length > 0, changes }
  }),
  removeNationalGoal: mutation<OfId>(async ({ nationalGoals }, actor, { id, ...options }) => {
    const before = await nationalGoals.remove(actor, id, options)
    return { nationalGoal: id, ...removal(before) }
  }),
  putMapping: mutation<Put>(async ({ mappings }, actor, { id, input, ...options }) => {
    const { mapping, created, changes } = await mappings.put(actor, id, { ...input, id }, options)
    return { mapping: options.validateOnly !== true ? mapping : created ? null : await mappings.get(id), created, changed: changes.length > 0, changes }
  }),
  removeMapping: mutation<OfId>(async ({ mappings }, actor, { id, ...options }) => {
    const mapping = await mappings.get(id)
    await mappings.remove(actor, id, options)
    return { mapping: options.validateOnly === true ? mapping : null, ...removal(mapping) }
  })
}

/** Keys and webhooks. A secret that was made in a trial is stored nowhere, so it is not shown. */
export const ofAccess = {
  createKey: mutation<Create>(async ({ keys }, actor, { input, ...options }) => {
    const made = await keys.create(actor, input, options)
    return options.validateOnly === true ? {} : made
  }),
  rotateKey: mutation<Rotate>(async ({ keys }, actor, { id, graceHours, ...options }) => {
    const made = await keys.rotate(actor, id, { graceHours }, options)
    return options.validateOnly === true ? { key: made.key } : made
  }),
  revokeKey: mutation<OfId>(async ({ keys }, actor, { id, ...options }) => {
    await keys.revoke(actor, id, options)
    return { key: await keys.get(actor, id) }
  }),
  createWebhook: mutation<Create>(async ({ webhooks }, actor, { input, ...options }) => {
    const made = await webhooks.create(actor, input, options)
    return options.validateOnly === true ? {} : made
  }),
  rotateWebhookSecret: mutation<Rotate>(async ({ webhooks }, actor, { id, graceHours, ...options }) => {
    const made = await webhooks.rotate(actor, id, { graceHours }, options)
    return options.validateOnly === true ? { webhook: made.webhook } : made
  }),
  resumeWebhook: mutation<OfId>(async ({ webhooks }, actor, { id, ...options }) => ({ webhook: await webhooks.resume(actor, id, options) })),
  removeWebhook: mutation<OfId>(async ({ webhooks }, actor, { id, ...options }) => {
    const webhook = await webhooks.get(actor, id)
    await webhooks.remove(actor, id, options)
    return { webhook: options.validateOnly === true ? webhook : null }
  }),
  replayWebhook: mutation<OfId & { after?: string, since?: string }>(async ({ webhooks }, actor, { id, after, since, ...options }) => {
    const replay = await webhooks.log.replay(actor, id, { after, since }, options)
    return { ...replay, webhook: await webhooks.get(actor, id) }
  }),
  replayDelivery: mutation<{ webhook: string, delivery: string } & WriteOptions>(async ({ webhooks }, actor, { webhook, delivery, ...options }) => {
    const made = await webhooks.log.replayOne(actor, webhook, delivery, options)
    return { delivery: options.validateOnly === true ? null : made }
  })
}
