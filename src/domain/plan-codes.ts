import type { GoalDocument, PlanDocument } from './plan.ts'

export const CODED_LISTS = ['goals', 'targets', 'objectives', 'initiatives', 'commitments'] as const
export type CodedList = typeof CODED_LISTS[number]

/** What a code stands for: an item of a list, by its title or text. */
export type Coded = { list: CodedList, code: string, name: string }
export type PlacedCode = Coded & { pointer: string }

/** The lists in which a code is taken together: goals and targets share theirs, for both are `plan.code`. */
const spaceOf = (list: CodedList): string => list === 'targets' ? 'goals' : list
const keyOf = ({ list, code }: Pick<Coded, 'list' | 'code'>): string => `${spaceOf(list)} ${code}`

/** Every item of a plan that has a code, with its JSON pointer. */
export function codedItems ({ goals, commitments = [] }: Pick<PlanDocument, 'goals' | 'commitments'>): PlacedCode[] {
  return [
    ...goals.flatMap((goal, at) => [{ list: 'goals' as const, code: goal.code, name: goal.title, pointer: `/goals/${at}` }, ...itemsUnder(goal, `/goals/${at}`)]),
    ...commitments.map(({ code, text }, at) => ({ list: 'commitments' as const, code, name: text, pointer: `/commitments/${at}` }))
  ]
}

const itemsUnder = ({ targets = [], objectives = [], initiatives = [] }: GoalDocument, pointer: string): PlacedCode[] => [
  ...targets.map(({ code, title }, at) => ({ list: 'targets' as const, code, name: title, pointer: `${pointer}/targets/${at}` })),
  ...objectives.map(({ code, text }, at) => ({ list: 'objectives' as const, code, name: text, pointer: `${pointer}/objectives/${at}` })),
  ...initiatives.map(({ code, title }, at) => ({ list: 'initiatives' as const, code, name: title, pointer: `${pointer}/initiatives/${at}` }))
]

/** The codes that are used no more once `next` stands in place of `before`, each as what it last was. */
export function retiredCodes (retired: readonly Coded[], before: PlanDocument, next: PlanDocument): Coded[] {
  const inUse = new Set(codedItems(next).map(keyOf))
  const used = [...retired, ...codedItems(before).map(({ list, code, name }) => ({ list, code, name }))]
  return [...new Map(used.map(one => [keyOf(one), one])).values()].filter(one => !inUse.has(keyOf(one)))
}

/**
 * The items of `next` whose codes stood for something else before: a code is chosen once and never used again. What was removed may come
 * back as what it was.
 */
export function reusedCodes (retired: readonly Coded[], before: PlanDocument, next: PlanDocument): { item: PlacedCode, was: Coded }[] {
  const gone = new Map(retired.map(one => [keyOf(one), one]))
  const standing = new Map(codedItems(before).map(one => [keyOf(one), one]))
  return codedItems(next).flatMap(item => {
    const was = standing.get(keyOf(item)) ?? gone.get(keyOf(item))
    if (was === undefined || (was.list === item.list && (standing.has(keyOf(item)) || was.name === item.name))) return []
    return [{ item, was }]
  })
}

/**
 * The next free code of a list, in the manner of those that are there: 3c after 3b, S11 after S10, 2.O4 after 2.O3, C9 after C8.
 * @param goal the code of the goal that the item stands under, where it stands under one
 */
export function nextCode (list: CodedList, goal: string | null, document: PlanDocument, retired: readonly Coded[]): string {
  const used = [...codedItems(document), ...retired]
  const taken = new Set(used.filter(one => spaceOf(one.list) === spaceOf(list)).map(one => one.code))
  const prefix = list === 'goals' ? '' : list === 'commitments' ? 'C' : list === 'targets' ? goal ?? '' : `${goal}.${list === 'objectives' ? 'O' : 'I'}`
  const endings = used.filter(one => one.list === list && one.code.startsWith(prefix)).map(one => one.code.slice(prefix.length))
  const inLetters = list === 'targets' && (endings.some(isLetters) || (!endings.some(isNumber) && /\d$/.test(prefix)))
  const last = Math.max(0, ...endings.map(inLetters ? placeOfLetters : Number).filter(Number.isSafeInteger))
  for (let place = last + 1; ; place++) {
    const code = `${prefix}${inLetters ? letters(place) : place}`
    if (!taken.has(code)) return code
  }
}

const isLetters = (text: string): boolean => /^[a-z]{1,3}$/.test(text)
const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text)

/** `a` is 1, `z` 26, `aa` 27; what is no such letters is NaN. */
const placeOfLetters = (text: string): number => isLetters(text) ? [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0) : NaN

const letters = (place: number): string =>
  place === 0 ? '' : letters(Math.floor((place - 1) / 26)) + String.fromCharCode(97 + (place - 1) % 26)
