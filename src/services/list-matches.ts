/** A place in the one list and one in the other. */
export type Pair = readonly [number, number]

/**
 * The longest run of items that two lists have in common in their order, as their places. Time and room go with the product of what
 * differs: what the lists begin and end with alike costs nothing.
 */
export function matchedPairs (left: readonly string[], right: readonly string[]): Pair[] {
  let [start, end] = [0, 0]
  const shorter = Math.min(left.length, right.length)
  while (start < shorter && left[start] === right[start]) start++
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++
  const same = (count: number, from: number, to: number): Pair[] => Array.from({ length: count }, (_, at) => [from + at, to + at])
  const middle = longestCommon(left.slice(start, left.length - end), right.slice(start, right.length - end)).map(([a, b]): Pair => [a + start, b + start])
  return [...same(start, 0, 0), ...middle, ...same(end, left.length - end, right.length - end)]
}

function longestCommon (left: readonly string[], right: readonly string[]): Pair[] {
  const width = right.length + 1
  // How long the longest run is from each pair of places on, the last places first.
  const lengths = new Uint32Array((left.length + 1) * width)
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0
  for (let a = left.length - 1; a >= 0; a--) {
    for (let b = right.length - 1; b >= 0; b--) lengths[a * width + b] = left[a] === right[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  }
  const pairs: Pair[] = []
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    if (left[a] === right[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}
