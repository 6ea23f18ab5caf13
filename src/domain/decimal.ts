import Fraction from 'fraction.js'

/**
 * An exact number. Figures enter as the decimal text of the JSON number and stay exact through means, shares and paces:
 * 4.0 − 3.4 is 0.6, and a third is a third. Rounding is a matter of output alone.
 */
export type Decimal = Fraction

export const ZERO: Decimal = new Fraction(0)
const HUNDRED = new Fraction(100)

const memo = new Map<number, Decimal>()

/** The exact value of a JSON number's shortest decimal text. @throws RangeError for NaN and the infinities */
export function decimal (value: number): Decimal {
  const known = memo.get(value)
  if (known !== undefined) return known
  const exact = readDecimal(value)
  if (memo.size >= 50_000) memo.clear()
  memo.set(value, exact)
  return exact
}

function readDecimal (value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number to calculate with`)
  if (Number.isSafeInteger(value)) return new Fraction(value)
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const shift = Number(exponent) - fraction.length
  return shift >= 0 ? new Fraction(digits * 10n ** BigInt(shift)) : new Fraction(digits, 10n ** BigInt(-shift))
}

export function sum (values: readonly Decimal[]): Decimal {
  // Brought to one denominator first, and to lowest terms once, and not at each step.
  let common = 1n
  for (const { d } of values) if (common % d !== 0n) common *= d / greatestDivisor(common, d)
  let total = 0n
  for (const { s, n, d } of values) total += d === common ? s * n : s * n * (common / d)
  return new Fraction(total, common)
}

const greatestDivisor = (a: bigint, b: bigint): bigint => b === 0n ? a : greatestDivisor(b, a % b)

/** The mean of one or more values. */
export const mean = (values: readonly Decimal[]): Decimal => sum(values).div(values.length)
export const largest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => b.compare(a) > 0 ? b : a)
export const smallest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => b.compare(a) < 0 ? b : a)
/** (value − from) / |from| × 100; `from` is not zero. */
export const relativeChange = (value: Decimal, from: Decimal): Decimal => value.sub(from).div(from.abs()).mul(HUNDRED)
export const isZero = (value: Decimal): boolean => value.n === 0n

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const POWERS = Array.from({ length: 20 }, (_, places) => 10n ** BigInt(places))
const powerOf = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places)

/** The size of a value in units of its last place, rounded half up. */
const unitsOf = (value: Decimal, places: number): bigint => (value.n * powerOf(places) * 2n + value.d) / (value.d * 2n)

/** Rounds half away from zero. @returns the digits as text: `-0.6000` for (−3/5, 4) */
export function fixed (value: Decimal, places: number): string {
  const units = unitsOf(value, places)
  const digits = String(units).padStart(places + 1, '0')
  const sign = value.s < 0n && units !== 0n ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The number that is shown for an exact value: rounded half away from zero to at most four decimals. */
export function rounded (value: Decimal, places = 4): number {
  const units = Number(unitsOf(value, places))
  // Below 2^53 the division gives the number that the text would be read as.
  if (!Number.isSafeInteger(units)) return Number(fixed(value, places))
  return units !== 0 && value.s < 0n ? -units / Number(powerOf(places)) : units / Number(powerOf(places))
}

/** The JSON number nearest to an exact value; infinite beyond the numbers that there are. */
export function nearest ({ n, d, s }: Decimal): number {
  const sign = n === 0n ? 0 : Number(s)
  if (n <= MAX_SAFE && d <= MAX_SAFE) return sign * Number(n) / Number(d)
  // 66 digits or more of the binary quotient, the last one telling whether anything follows: what Number then rounds is never a tie by accident.
  const shift = BigInt(Math.max(0, 66 + d.toString(2).length - n.toString(2).length))
  const scaled = n << shift
  const quotient = scaled / d | (scaled % d === 0n ? 0n : 1n)
  return sign * Number(quotient) / 2 ** Number(shift)
}
