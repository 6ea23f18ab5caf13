import { z } from 'zod'
import type { NationalGoal } from '../../domain/national-goal.ts'

export const nationalGoal = z.strictObject({
  id: z.string().meta({ description: 'Year and number.' }),
  year: z.number().int(),
  number: z.number().int(),
  title: z.string()
}).meta({ id: 'NationalGoal' }) satisfies z.ZodType<NationalGoal>

export const nationalGoalExample: z.output<typeof nationalGoal> = { id: '2023-5', year: 2023, number: 5, title: 'Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft' }
