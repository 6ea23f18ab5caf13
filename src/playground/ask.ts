type Question = { query: string, operationName?: string | null, variables?: unknown }
type Answer = { data?: unknown, errors?: { message: string }[] }

/**
 * Asks our own server, with the key where there is one. The schema is asked for without: a wrong key must not hide it.
 * @param refused is told what the server says when it keeps its schema to itself
 */
export const asker = (key: () => string, refused: (message: string) => void) => async (question: Question): Promise<Answer> => {
  const isAboutSchema = question.operationName === 'IntrospectionQuery'
  // Right after a change of tabs, GraphiQL still names the operation of the tab before.
  const operationName = isNamed(question) ? question.operationName : null
  const sent = isAboutSchema ? '' : key()
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...sent !== '' && { authorization: `Bearer ${sent}` } },
    credentials: 'omit',
    body: JSON.stringify({ ...question, operationName })
  })
  const answer = read(await response.text(), response.status)
  if (isAboutSchema && answer.errors !== undefined) refused(answer.errors.map(error => error.message).join(' '))
  return answer
}

const isNamed = ({ query, operationName }: Question): boolean => new RegExp(`\\b(query|mutation)\\s+${operationName ?? ''}\\b`).test(query)

function read (text: string, status: number): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return { errors: [{ message: `The server answered ${status} with something that is not JSON: ${text.slice(0, 200)}` }] }
  }
}
