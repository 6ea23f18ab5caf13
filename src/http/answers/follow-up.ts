import { z } from 'zod'
import type { Comment } from '../../domain/comment.ts'
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

export const comment = z.strictObject({
  id: z.string(),
  target: z.string(),
  on: date.meta({ description: 'The day that the remark is of.' }),
  text: z.string(),
  author: z.string().meta({ description: 'Who says it, as the report names them.' }),
  revision: z.number().int().meta({ description: 'Counts from 1 with each change.' }),
  createdAt: instant.meta({ description: 'When it was first written.' }),
  ...recorded
}).meta({ id: 'Comment' }) satisfies z.ZodType<Comment>

const by = { recordedAt: '2023-04-02T09:00:00.000Z', actor: 'key-1' }
export const deliverableExample: z.output<typeof deliverable> = { target: 'hvidovre-2023.1a', code: '1a.D1', doneOn: '2023-03-31', evidence: 'Dagsorden, punkt 4', ...by }
export const assessmentExample: z.output<typeof assessment> = { target: 'hedensted-2021.S9', on: '2023-04-01', status: 'on_track', note: 'Følges i udvalget', evidence: null, ...by }
export const commentExample: Comment = {
  id: 'cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3', target: 'frederikssund-2024.3a', on: '2024-06-30', text: 'Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler.', author: 'Arbejdsmarkedschefen', revision: 1, createdAt: by.recordedAt, ...by
}
