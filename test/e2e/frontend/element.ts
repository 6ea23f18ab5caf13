/** An element with its attributes and what is in it. Texts are texts: nothing of what a plan says is ever HTML. */
export function element<Name extends keyof HTMLElementTagNameMap> (name: Name, attributes: Record<string, string> = {}, ...children: (Node | string | null)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children.filter(child => child !== null))
  return made
}

/** The element of an id that index.html has. */
export const place = (id: string): HTMLElement => document.getElementById(id)!
