import { createJudge } from './agree.ts'
import { emptyModel } from './model.ts'
import { createPlayer } from './play.ts'
import { movedClock, type Step } from './steps.ts'
import { type Json, openWorld } from './world.ts'

const START = '2024-01-10T09:00:00.000Z'

/**
 * Lives through some steps in a world of its own, and compares with the model after each: everything at every fifth and at the end.
 * @param postgresUrl a PostgreSQL server; null is SQLite alone
 * @throws AssertionError where anything is not as the model has it
 */
export async function live (steps: readonly Step[], postgresUrl: string | null): Promise<void> {
  const world = await openWorld(postgresUrl, START)
  try {
    const model = emptyModel(START)
    const { items: areas } = await world.read('/v1/areas')
    const base = { audit: (await world.read('/v1/audit?limit=500')).items.length as number, events: (await world.read('/v1/changes?limit=500')).items.length as number, areaNames: new Map((areas as Json[]).map(one => [one.id as string, one.name as string])) }
    const play = createPlayer(world, model)
    const agree = createJudge(world, model, base)
    for (const [at, step] of steps.entries()) {
      model.now = movedClock(model.now, step.clock)
      world.setClock(model.now)
      try {
        await play(step)
        await agree(step.look, at % 5 === 4 || at === steps.length - 1)
      } catch (error) {
        if (error instanceof Error) error.message = `step ${at + 1} of ${steps.length}, at ${model.now}, ${JSON.stringify(step.doing)}: ${error.message}`
        throw error
      }
    }
  } finally {
    await world.close()
  }
}
