import { z } from 'zod'
import { JUDGEMENTS } from '../../domain/status/status.ts'
import { date, instant } from './shared.ts'

const recorded = { recordedAt: instant, actor: z.string().meta({ description: 'Who recorded it: the id of the key.' }) }

export const deliverable = z.strictObject({
  target: z.string(),
  code: z.string(),
  doneOn: date.nullable().meta({ description: 'The day it was done; null where it was not done after all.' }),
  evidence: z.string().nullable(),
  ...recorded
}).meta({ id: 'DeliverableRecord' })

export const assessment = z.strictObject({
  target: z.string(),
  on: date,
  status: z.enum(JUDGEMENTS),
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  ...recorded
}).meta({ id: 'AssessmentRecord' })

const by = { recordedAt: '2023-04-02T09:00:00.000Z', actor: 'key-1' }
export const deliverableExample: z.output<typeof deliverable> = { target: 'hvidovre-2023.1a', code: '1a.D1', doneOn: '2023-03-31', evidence: 'Dagsorden, punkt 4', ...by }
export const assessmentExample: z.output<typeof assessment> = { target: 'hedensted-2021.S9', on: '2023-04-01', status: 'on_track', note: 'Følges i udvalget', evidence: null, ...by }
