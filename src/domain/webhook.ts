import type { Event, EventType } from './event.ts'

export const WEBHOOK_STATES = ['active', 'ended'] as const
export type WebhookState = typeof WEBHOOK_STATES[number]

/**
 * Who is told of events, and of which. `kommuner` null is all of them; `seq` is the last event that was looked at for it. One that ended
 * is told of nothing until it is resumed. Instants are ISO text.
 */
export type Webhook = {
  id: string
  url: string
  description: string | null
  types: EventType[]
  kommuner: string[] | null
  createdAt: string
  createdBy: string
  state: WebhookState
  endedAt: string | null
  endedBecause: string | null
  seq: number
}

/** What deliveries are signed with, until `validUntil` (null: no end). It is kept as it is, since a hash cannot sign. */
export type WebhookSecret = { id: string, webhook: string, secret: string, createdAt: string, validUntil: string | null }

/** Whether a webhook is told of an event: of its types, and of its kommuner. What names no kommune concerns them all. */
export function isWanted ({ types, kommuner }: Pick<Webhook, 'types' | 'kommuner'>, { type, data }: Pick<Event, 'type' | 'data'>): boolean {
  if (!types.includes(type)) return false
  const concerned = Array.isArray(data.areas) ? data.areas : data.kommune == null ? null : [data.kommune]
  return kommuner === null || concerned === null || concerned.some(area => kommuner.includes(String(area)))
}

/** The addresses of the internet that are nobody's in particular: private, of this machine, of its network, reserved, in documentation. */
const RESERVED = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'
].map(range => {
  const [address = '', bits] = range.split('/')
  return { from: numberOf(address), size: 2 ** (32 - Number(bits)) }
})

/**
 * Whether a host, as URL spells it, may be an address of the public internet. Of a name only those are refused that can be no other:
 * what it leads to is looked at when something is sent.
 */
export function isPublicHost (hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicV6(hostname.slice(1, -1))
  if (/^\d+(\.\d+){3}$/.test(hostname)) return RESERVED.every(({ from, size }) => numberOf(hostname) < from || numberOf(hostname) >= from + size)
  const labels = hostname.replace(/\.$/, '').split('.')
  return labels.length > 1 && labels.every(label => DNS_LABEL.test(label)) && PUBLIC_LABEL.test(labels.at(-1)!) && !PRIVATE_NAME.test(labels.slice(-2).join('.'))
}

const DNS_LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/
/** The last label of a name of the internet: letters, or those of another script as URL spells them. */
const PUBLIC_LABEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/
/** Names that are never of the internet, by what is reserved (RFC 2606, 6761, 6762, 8375) or usual in networks of offices and homes. */
const PRIVATE_NAME = /(?:\.(?:localhost|localdomain|local|lan|internal|intranet|private|home|corp|test|example|invalid)|^home\.arpa)$/

/** Global unicast, without the ranges that hold IPv4 addresses (6to4, Teredo) and the one of documentation. */
function isPublicV6 (address: string): boolean {
  const [first = 0, second = 0] = address.split(':').map(part => parseInt(part || '0', 16))
  const holdsAnother = first === 0x2002 || (first === 0x2001 && (second === 0 || second === 0xdb8))
  return first >= 0x2000 && first <= 0x3fff && !holdsAnother
}

function numberOf (address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0)
}
