import { describe, expect, test } from 'vitest'
import { TEXTS } from '../../src/http/pages/texts.ts'

const { da, en } = TEXTS

describe('the texts of the pages, of one and of several', () => {
  test.each([
    [1, 'For 1 af dem er ingen leverance registreret som gennemført; det står som »på rette vej«', 'For 1 of them no deliverable is recorded as done; it stands as “on track”'],
    [2, 'For 2 af dem er ingen leverance registreret som gennemført; de står som »på rette vej«', 'For 2 of them no deliverable is recorded as done; they stand as “on track”']
  ])('%i that has only not failed yet', (count, danish, english) => {
    expect([da.onlyAhead(count), en.onlyAhead(count)]).toEqual([expect.stringContaining(danish), expect.stringContaining(english)])
  })

  test.each([[1, 'leverancen', 'the deliverable is'], [2, 'begge leverancer', 'both deliverables are'], [3, 'alle 3 leverancer', 'all 3 deliverables are']])('%i deliverables', (count, danish, english) => {
    expect([da.deliverablesBy(count, '31. december'), en.deliverablesBy(count, '31 December')]).toEqual([`${danish} er gennemført senest 31. december`, `${english} done by 31 December`])
  })

  test.each([[0, 1, '0 af 1 succeskriterium kan', '0 of 1 target can'], [1, 2, '1 af 2 succeskriterier kan', '1 of 2 targets can']])('%i of %i judged', (known, all, danish, english) => {
    expect([da.coverage(known, all), en.coverage(known, all)]).toEqual([expect.stringContaining(danish), expect.stringContaining(english)])
  })

  test.each([
    ['P1Y', 'vurderes mindst en gang om året', 'judged at least once a year'], ['P2Y', 'vurderes med højst 2 år imellem', 'judged with at most 2 years in between'],
    ['P1M', 'vurderes med højst 1 måned imellem', 'judged with at most 1 month in between'], ['P6M', 'vurderes med højst 6 måneder imellem', 'judged with at most 6 months in between'],
    ['P1W', 'vurderes med højst 1 uge imellem', 'judged with at most 1 week in between'], ['P2W1D', 'vurderes med højst 2 uger og 1 dag imellem', 'judged with at most 2 weeks and 1 day in between'], ['P90D', 'vurderes med højst 90 dage imellem', 'judged with at most 90 days in between']
  ])('judged every %s', (duration, danish, english) => expect([da.assessedEvery(duration), en.assessedEvery(duration)]).toEqual([danish, english]))

  test('a comparison with an area, or with an indicator that has no name here', () => {
    expect([da.against('3,9', '3,4', 'hele landet'), da.against('3,9', '3,4', null)]).toEqual(['3,9 mod 3,4 for hele landet', '3,9 mod et sammenligningstal på 3,4'])
    expect([en.against('3.9', '3.4', 'the whole country'), en.against('3.9', '3.4', null)]).toEqual(['3.9 against 3.4 for the whole country', '3.9 against a comparison figure of 3.4'])
    expect([da.comparedWith('Prognose', null), da.comparedWith('Prognose', 'Bornholm'), en.comparedWith('Forecast', null), en.comparedWith('Forecast', 'Bornholm')]).toEqual(['som er »Prognose«', 'som er »Prognose« for Bornholm', 'which is “Forecast”', 'which is “Forecast” for Bornholm'])
  })

  test('a commitment whose day has passed, and one whose has not', () => {
    expect([en.commitmentDue('1 May 2024', true), en.commitmentDue('1 May 2024', false)]).toEqual(['Due 1 May 2024, which has passed.', 'Due 1 May 2024, which has not come yet.'])
  })
})
