import { describe, expect, test } from 'vitest'
import { rollUp } from '../../src/domain/status/rollup.ts'
import type { Status } from '../../src/domain/status/status.ts'

describe('goals and plans', () => {
  test.each<[string, Status[], string | null, number | null]>([
    ['the worst of those covered', ['on_track', 'at_risk', 'achieved'], 'at_risk', 1],
    ['a missed target', ['on_track', 'missed', 'off_track'], 'missed', 1],
    ['achieved counts as on track unless every target is', ['achieved', 'on_track'], 'on_track', 1],
    ['every target achieved', ['achieved', 'achieved'], 'achieved', 1],
    ['achieved beside one without data is on track', ['achieved', 'no_data'], 'on_track', 0.5],
    ['those without a status are not covered', ['on_track', 'no_data', 'not_started', 'awaiting_data'], 'on_track', 0.25],
    ['only monitored ones are left out', ['achieved', 'monitored'], 'achieved', 1],
    ['none covered: all not started', ['not_started', 'not_started'], 'not_started', 0],
    ['none covered: any awaiting', ['not_started', 'awaiting_data', 'no_data'], 'awaiting_data', 0],
    ['none covered: else no data', ['not_started', 'no_data'], 'no_data', 0],
    ['no target', [], null, null],
    ['only monitored ones', ['monitored'], null, null],
    ['coverage is rounded to four decimals', ['on_track', 'on_track', 'no_data'], 'on_track', 0.6667]
  ])('%s', (_, statuses, overall, coverage) => {
    expect(rollUp(statuses)).toMatchObject({ overall, coverage })
  })

  test('counts per status, monitored ones left out', () => {
    expect(rollUp(['on_track', 'at_risk', 'on_track', 'monitored', 'no_data']).counts).toEqual({ on_track: 2, at_risk: 1, no_data: 1 })
  })
})
