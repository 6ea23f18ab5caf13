import { readdirSync, readFileSync } from 'node:fs'
import type { Area } from '../../src/domain/area.ts'
import type { NationalGoal } from '../../src/domain/national-goal.ts'

/** An indicator, a mapping or a plan as its file has it; it is checked where it is put, as a caller's would be. */
export type SeedDocument = { id: string } & Record<string, unknown>
/** A row of measurements as its file has it. */
export type SeedMeasurement = { indicator: string, area: string, segment?: string | null, period: string } & Record<string, unknown>

/** What a fresh database is filled with. */
export type Seed = { areas: Area[], nationalGoals: NationalGoal[], indicators: SeedDocument[], mappings: SeedDocument[], plans: SeedDocument[], measurements: SeedMeasurement[] }

/** Reads every JSON file of this folder, those of a folder by name. @throws Error that names the file which is no JSON */
export const readSeed = (): Seed => ({
  areas: readJson<Area[]>('areas.json'),
  nationalGoals: readJson<NationalGoal[]>('national-goals.json'),
  indicators: readFolder<SeedDocument>('indicators'),
  mappings: readFolder<SeedDocument>('mappings'),
  plans: readFolder<SeedDocument>('plans'),
  measurements: readFolder<{ measurements: SeedMeasurement[] }>('measurements').flatMap(({ measurements }) => measurements)
})

function readFolder<T> (name: string): T[] {
  const files = readdirSync(new URL(`${name}/`, import.meta.url)).filter(file => file.endsWith('.json')).sort()
  return files.map(file => readJson<T>(`${name}/${file}`))
}

function readJson<T> (path: string): T {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  try {
    return JSON.parse(text) as T
  } catch (error) {
    throw new Error(`db/seed/${path} is no JSON: ${(error as Error).message}`, { cause: error })
  }
}
