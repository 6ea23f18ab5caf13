import { describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { ADMIN, openServices, planBody } from '../support/services.ts'

test('a national goal that was put stays as it is when the seed is loaded again', async () => {
  const { services, stores, database } = await openServices()
  await services.nationalGoals.put(ADMIN, '2023-5', { title: 'Rettet' })
  await loadSeed({ ...readSeed(), indicators: [], mappings: [], plans: [], measurements: [] }, stores, services)
  expect(await services.nationalGoals.get('2023-5')).toEqual({ id: '2023-5', year: 2023, number: 5, title: 'Rettet' })
  expect((await services.nationalGoals.list({ year: [2023] })).items.length).toBeGreaterThan(1)
  await database.close()
})

describe('a national goal', () => {
  test('is changed by what is given', async () => {
    const { services, database } = await openServices()
    expect(await services.nationalGoals.update(ADMIN, '2023-5', { title: 'Rettet' })).toMatchObject({ goal: { id: '2023-5', year: 2023, number: 5, title: 'Rettet' }, created: false, changes: [{ path: '/title' }] })
    expect((await services.nationalGoals.update(ADMIN, '2023-5', {})).changes).toEqual([])
    for (const [patch, pointer] of [[{ title: null }, '/title'], [{ year: 2024 }, '/year'], [{ id: '2023-6' }, '/id'], [[], '']] as const) {
      await expect(services.nationalGoals.update(ADMIN, '2023-5', patch)).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer }] })
    }
    await expect(services.nationalGoals.update(ADMIN, '2099-1', { title: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    await database.close()
  })

  test('is removed where no plan names it, in any version', async () => {
    const { services, database } = await openServices()
    const [goal] = planBody().goals
    const put = async (nationalGoals: string[], options = {}) => await services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft', goals: [{ ...goal, targets: [], nationalGoals }] }), options)
    const used = { code: 'conflict', problems: [{ pointer: '', code: 'in_use' }] }
    await put(['2024-1'])
    await expect(services.nationalGoals.remove(ADMIN, '2024-1')).rejects.toMatchObject({ ...used, message: expect.stringContaining('the goal p.1') })
    await put(['2024-2'], { expectedVersion: 1 })
    await expect(services.nationalGoals.remove(ADMIN, '2024-1')).rejects.toMatchObject({ ...used, message: expect.stringContaining('a version of the plan p') })
    await services.nationalGoals.remove(ADMIN, '2024-3', { validateOnly: true })
    await services.nationalGoals.remove(ADMIN, '2024-3')
    await expect(services.nationalGoals.remove(ADMIN, '2024-3')).rejects.toMatchObject({ code: 'not_found' })
    await expect(put(['2024-3'], { expectedVersion: 2 })).rejects.toMatchObject({ problems: [{ code: 'unknown_national_goal' }] })
    await database.close()
  })
})
