import { openStorage } from './storage.ts'

const NAME = 'key'

/**
 * Makes the field for the key work. The key stays in this tab of the browser, and goes nowhere but to our own server.
 * @returns the key as it is now; the empty text where there is none
 */
export function watchKey (form: HTMLFormElement): () => string {
  const storage = openStorage('session', 'maalopfoelgning:')
  const field = form.querySelector('input') as HTMLInputElement
  const clear = form.querySelector('button') as HTMLButtonElement
  const show = (): void => { clear.disabled = field.value === '' }
  const keep = (): void => {
    storage.setItem(NAME, field.value.trim())
    show()
  }
  field.value = storage.getItem(NAME) ?? ''
  show()
  field.addEventListener('input', keep)
  form.addEventListener('submit', event => event.preventDefault())
  clear.addEventListener('click', () => {
    field.value = ''
    keep()
    field.focus()
  })
  return () => field.value.trim()
}
