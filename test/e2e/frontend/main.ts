import { createClient, ProblemError } from 'maalopfoelgning/client'
import { place } from './element.ts'
import { follow } from './live.ts'
import { createReads } from './reads.ts'
import { logChange, say, showChoices, showCountry, showPlan, showPlans } from './views.ts'

/** Where the API is, such as `https://maal.example.dk`: put in by the build. */
declare const API: string

const FIRST_KOMMUNE = '0250'
const AGAIN_MS = 2_000

const reads = createReads(createClient({ baseUrl: API }))

/** The address tells which kommune is shown, and which of its plans: `#0250` or `#0250/frederikssund-2024`. */
function chosen (): { kommune: string, plan: string | undefined } {
  const [kommune = '', plan] = location.hash.slice(1).split('/')
  return { kommune: kommune || FIRST_KOMMUNE, plan }
}

async function begin (): Promise<void> {
  // Before anything is read, so that nothing that happens meanwhile is missed.
  const [after, kommuner] = await Promise.all([reads.place(), reads.kommuner()])
  showChoices(kommuner, chosen().kommune)

  const showKommune = async (): Promise<void> => {
    const { kommune, plan } = chosen()
    const plans = await reads.plans(kommune)
    const id = plan ?? plans[0]?.id
    const found = id === undefined ? null : await reads.plan(id)
    // Another may have been chosen meanwhile, and is then shown next.
    if (kommune !== chosen().kommune || plan !== chosen().plan) return
    showPlans(plans, id)
    showPlan(found)
  }
  const show = oneAtATime(async () => { await Promise.all([showKommune(), reads.country().then(country => showCountry(kommuner, country))]) })

  const choice = place('kommune') as HTMLSelectElement
  choice.addEventListener('change', () => { location.hash = choice.value })
  addEventListener('hashchange', () => {
    choice.value = chosen().kommune
    show()
  })
  show()
  follow(`${API.replace('http', 'ws')}/graphql`, after, {
    changed: change => {
      if (change !== null) logChange(change)
      show()
    },
    connected: again => {
      say('connection', 'Følger med: siden ændrer sig selv.')
      if (again) show()
    },
    lost: () => say('connection', 'Forbindelsen er afbrudt; der prøves igen.'),
    ended: why => say('connection', `Følger ikke længere med: genindlæs siden. (${why})`)
  })
}

/** Runs work now, and once more where it is asked for meanwhile: however many changes come at a time, the last one is shown. */
function oneAtATime (work: () => Promise<void>): () => void {
  let isAsked = false
  let isRunning = false
  const run = async (): Promise<void> => {
    isRunning = true
    while (isAsked) {
      isAsked = false
      await work().then(() => say('trouble', ''), (error: unknown) => {
        tell(error)
        if (isPassing(error)) setTimeout(again, AGAIN_MS)
      })
    }
    isRunning = false
  }
  const again = (): void => {
    isAsked = true
    if (!isRunning) run().catch(tell)
  }
  return again
}

/** Whether it may go well a moment later: the server was not reached, or could not answer. */
const isPassing = (error: unknown): boolean => !(error instanceof ProblemError) || error.status >= 500 || error.status === 429

/** A refusal says itself what is wrong; else the server was not reached. */
function tell (error: unknown): void {
  say('trouble', error instanceof ProblemError ? `Serveren svarede: ${error.message}` : 'Serveren kan ikke nås lige nu.')
}

/** Begins, and tries again as long as the server is not there. */
function start (): void {
  begin().catch((error: unknown) => {
    tell(error)
    setTimeout(start, AGAIN_MS)
  })
}

start()
