import { describe, expect, test } from 'vitest'
import { changeBetween, isChanged, quarterBefore } from '../../src/domain/report.ts'
import { answer, type Question } from './case.ts'

describe('since the last report', () => {
  test.each([['2024-07-10', '2024-04-10'], ['2024-05-31', '2024-02-29'], ['2023-05-31', '2023-02-28'], ['2024-01-31', '2023-10-31'], ['2024-03-30', '2023-12-30'], ['2024-12-31', '2024-09-30'], ['0000-02-01', '0000-01-01']])('%s is a quarter after %s', (day, before) => {
    expect(quarterBefore(day)).toBe(before)
  })

  const question = (asOf: string): Question => ({ rule: { kind: 'all_of', rules: [{ kind: 'threshold', comparator: 'gte', value: 5 }, { kind: 'monitor' }] }, asOf, own: { '2024-02': 4, '2024-05': 6 } })
  const changed = (from: string, to: string, days = { recorded: [] as string[], remarked: [] as string[] }) => changeBetween(answer(question(from)), answer(question(to)), from, days)

  test('another status and a new figure of a part are new', () => {
    expect(changed('2024-03-10', '2024-06-10')).toEqual({ before: 'at_risk', isOther: true, hasNewFigure: true, hasNewRecord: false, hasNewComment: false })
  })

  test('what is as it was is not', () => {
    expect(isChanged(changed('2024-06-10', '2024-07-10', { recorded: ['2024-06-10'], remarked: ['2024-05-01'] }))).toBe(false)
    expect(changed('2024-06-10', '2024-07-10', { recorded: ['2024-06-11'], remarked: ['2024-07-01'] })).toMatchObject({ isOther: false, hasNewFigure: false, hasNewRecord: true, hasNewComment: true })
  })
})
