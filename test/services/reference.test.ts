import { expect, test } from 'vitest'
import type { Area } from '../../src/domain/area.ts'
import { createReference } from '../../src/services/reference.ts'
import { area } from '../db/samples.ts'
import { openServices } from '../support/services.ts'

test.each([
  ['Holbæk', ['0316']], ['holbæk kommune', ['0316']], ['  HOLBÆK\u00a0 Kommune ', ['0316']], ['Holbæk'.normalize('NFD'), ['0316']], ['Kommune Holbæk', ['0316']],
  ['Hele landet', ['DK']], ['danmark', ['DK']], ['Københavns Kommune', ['0101']], ['Århus', ['0751']], ['Høje‑Taastrup', ['0169']], ['Bornholms Regionskommune', ['0400']],
  ['Bornholm', ['0400']], ['RAR Bornholm', ['RAR-BOR']], ['Region Sjælland', ['1085']],
  ['Sjælland', []], ['Uoplyst område', []], ['Kommune', []], ['', []], ['0316', []], ['__proto__', []]
])('the areas that are called %j', async (name, ids) => {
  const { services } = await opened
  expect((await services.reference.areas()).byName(name).map(({ id }) => id)).toEqual(ids)
})
const opened = openServices()

test('a name of two areas gives both, one of one area once', async () => {
  const all: Area[] = [area('0001', { name: 'Sund', aliases: ['Sund Kommune', 'Fjord'] }), area('1001', { kind: 'region', name: 'Fjord' })]
  const { byName } = await createReference({ areas: { all: async () => all } } as unknown as Parameters<typeof createReference>[0]).areas()
  expect([byName('sund').length, byName('Fjord').length]).toEqual([1, 2])
})
