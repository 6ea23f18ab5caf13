import type { Schemas } from 'maalopfoelgning/client'
import { element, place } from './element.ts'
import type { StatusChange } from './live.ts'
import type { Country, PlanInList, PlanWithStatuses } from './reads.ts'
import { figureOf, type Status, STATUSES } from './words.ts'

/** A status by symbol, word and colour; without one, that nothing is judged. */
function badge (status: Status | null | undefined, otherwise = 'Intet at vurdere'): HTMLElement {
  if (status == null) return element('span', { class: 'none' }, otherwise)
  const { symbol, word } = STATUSES[status]
  return element('span', { class: 'status', 'data-status': status, 'data-symbol': symbol }, word)
}

export function showChoices (kommuner: readonly { id: string, name: string }[], chosen: string): void {
  place('kommune').replaceChildren(...kommuner.map(({ id, name }) => element('option', { value: id, ...id === chosen && { selected: '' } }, name)))
}

/** All kommuner, those without a plan too. Once it is there only what changes is drawn anew, so that whoever has got to a link stays there. */
export function showCountry (kommuner: readonly { id: string, name: string }[], { total, groups }: Country): void {
  const byKommune = new Map(groups?.map(({ key, overall }) => [key.kommune?.id, overall]))
  // The cast holds, for the answer has no other members.
  const counted = Object.keys(total.counts) as (keyof Schemas['StatusCounts'])[]
  const counts = counted.map(status => `${total.counts[status]} ${STATUSES[status].word.toLowerCase()}`)
  place('total').textContent = `${byKommune.size} kommuner har planer her med ${total.targets} mål: ${counts.join(', ')}.`
  const list = place('country')
  if (list.childElementCount === 0) list.append(...kommuner.map(({ id, name }) => element('li', {}, element('a', { href: `#${id}` }, name, ' ', badge(null)))))
  kommuner.forEach(({ id }, at) => {
    list.children[at]!.querySelector('span')!.replaceWith(byKommune.has(id) ? badge(byKommune.get(id)) : badge(null, 'Ingen plan'))
  })
}

export function showPlans (plans: readonly PlanInList[], shown: string | undefined): void {
  place('plans').replaceChildren(...plans.map(({ id, kommune, title, expanded }) =>
    element('li', {}, element('a', { href: `#${kommune}/${id}`, ...id === shown && { 'aria-current': 'true' } }, title), ' ', badge(expanded?.status?.overall))))
}

export function showPlan (shown: PlanWithStatuses | null): void {
  place('plan').replaceChildren(...shown === null
    ? [element('p', {}, 'Kommunen har ingen plan her.')]
    : shown.plan.goals.map(goal => element('section', {}, element('h3', {}, `${goal.code} ${goal.title}`), ...goal.targets.map(target => targetOf(target, shown.statuses.get(target.id))))))
}

function targetOf ({ id, code, title }: Schemas['Target'], status: Schemas['StatusItem'] | undefined): HTMLElement {
  const figure = status && figureOf(status)
  return element('article', { class: 'target', 'data-target': id, ...status && { 'data-status': status.status } },
    element('h4', {}, `${code} ${title}`),
    badge(status?.status),
    figure == null ? null : element('p', { class: 'figure' }, figure),
    status === undefined ? null : element('p', { class: 'why' }, status.explanation.da))
}

/** One more thing that happened, above the others. What it became, the reason says itself. */
export function logChange ({ cursor, subject, kommune, target, before, why }: StatusChange): void {
  const name = `${kommune.name}: ${target === null ? subject : `${target.code} ${target.title}`}`
  place('log').prepend(element('li', { 'data-cursor': cursor }, element('strong', {}, name), before === null ? ' ' : ` ${wordOf(before.status)} → `, why.da))
}

/** GraphQL writes in capitals what REST writes in small letters. */
const wordOf = (status: Uppercase<Status>): string => STATUSES[status.toLowerCase() as Lowercase<typeof status>].word

export function say (id: 'connection' | 'trouble', text: string): void {
  if (place(id).textContent !== text) place(id).textContent = text
}
