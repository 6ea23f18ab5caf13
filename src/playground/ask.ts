import { follower, isSubscription, type Told } from './follow.ts'

export type Question = { query: string, operationName?: string | null, variables?: unknown }
export type Answer = { data?: unknown, errors?: { message: string }[] }

/**
 * Asks our own server, with the key where there is one. The schema is asked for without: a wrong key must not hide it.
 * @param refused is told what the server says when it keeps its schema to itself
 */
export function asker (key: () => string, refused: (message: string) => void) {
  const follow = follower(key)
  return async (asked: Question): Promise<Answer | Told> => {
    // Right after a change of tabs, GraphiQL still names the operation of the tab before.
    const question = { ...asked, operationName: isNamed(asked) ? asked.operationName : null }
    return isSubscription(question) ? follow(question) : await ask(question, key, refused)
  }
}

async function ask (question: Question, key: () => string, refused: (message: string) => void): Promise<Answer> {
  const isAboutSchema = question.operationName === 'IntrospectionQuery'
  const sent = isAboutSchema ? '' : key()
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...sent !== '' && { authorization: `Bearer ${sent}` } },
    credentials: 'omit',
    body: JSON.stringify(question)
  })
  const answer = read(await response.text(), response.status)
  if (isAboutSchema && answer.errors !== undefined) refused(answer.errors.map(error => error.message).join(' '))
  return answer
}

const isNamed = ({ query, operationName }: Question): boolean => new RegExp(`\\b(query|mutation|subscription)\\s+${operationName ?? ''}\\b`).test(query)

function read (text: string, status: number): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return { errors: [{ message: `The server answered ${status} with something that is not JSON: ${text.slice(0, 200)}` }] }
  }
}
