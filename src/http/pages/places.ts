/**
 * The places of things in a list, each as far as it differs from the one before: after `Fokusområde 1, indledning, afsnit 1` follows
 * `afsnit 2`. A place under another heading, or of several places, is written whole.
 */
export function placesInTurn (places: readonly (string | null | undefined)[]): (string | null)[] {
  let heading: string | null = null
  return places.map(place => {
    if (place == null) return null
    const isUnder: boolean = heading !== null && place.startsWith(heading) && !place.includes(';')
    const shown = isUnder ? place.slice((heading as string).length) : place
    const cut = place.lastIndexOf(', ')
    heading = cut === -1 || place.includes(';') ? null : place.slice(0, cut + 2)
    return shown
  })
}
