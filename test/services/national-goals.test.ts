import { expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { ADMIN, openServices } from '../support/services.ts'

test('a national goal that was put stays as it is when the seed is loaded again', async () => {
  const { services, stores, database } = await openServices()
  await services.nationalGoals.put(ADMIN, '2023-5', { title: 'Rettet' })
  await loadSeed({ ...readSeed(), indicators: [], mappings: [], plans: [], measurements: [] }, stores, services)
  expect(await services.nationalGoals.get('2023-5')).toEqual({ id: '2023-5', year: 2023, number: 5, title: 'Rettet' })
  expect((await services.nationalGoals.list({ year: 2023 })).items.length).toBeGreaterThan(1)
  await database.close()
})
