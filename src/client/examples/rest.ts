/**
 * How the targets of a kommune stand, and why, by the typed client.
 * Run it: `node src/client/examples/rest.ts http://localhost:3000 0250 2024-07-10`; without a day it is today.
 */
import { createClient, pages, type Schemas, unwrap } from 'maalopfoelgning/client'

/** The compiler tells when a status is missing here. */
const WORDS = {
  achieved: 'achieved',
  on_track: 'on track',
  at_risk: 'at risk',
  off_track: 'off track',
  missed: 'missed',
  awaiting_data: 'awaiting data',
  no_data: 'no data',
  not_started: 'not started',
  monitored: 'only followed'
} satisfies Record<Schemas['Status'], string>

const [baseUrl = 'http://localhost:3000', kommune = '0250', asOf] = process.argv.slice(2)
const client = createClient({ baseUrl })

for await (const { id } of pages(client, '/v1/plans', { params: { query: { kommune: [kommune] } } })) {
  const plan = await unwrap(client.GET('/v1/plans/{id}', { params: { path: { id } } }))
  const { overall, targets } = await unwrap(client.GET('/v1/plans/{id}/status', { params: { path: { id }, query: { asOf } } }))
  const statuses = new Map(targets.map(status => [status.target, status]))
  console.log(`${plan.title}: ${overall === null ? 'nothing is judged yet' : WORDS[overall]}`)
  for (const target of plan.goals.flatMap(goal => goal.targets)) {
    const status = statuses.get(target.id)
    if (status === undefined) continue
    console.log(`  ${target.code} ${target.title}: ${WORDS[status.status]}${thresholdOf(target.rule)}\n    ${status.explanation.en}`)
  }
}

/** A rule is told apart by its kind, and then has the members of that kind alone. */
function thresholdOf (rule: Schemas['Rule']): string {
  return rule.kind === 'threshold' ? ` (${rule.comparator} ${rule.value})` : ''
}
