import { createHmac } from 'node:crypto'

/** What is signed: the id of the message, when this attempt was made, and the body as it is sent. */
export type Signed = { id: string, at: Date, body: string }

/**
 * The headers that tell a receiver who sent a message, as Standard Webhooks say.
 * @param secrets `whsec_` and base64; one signature for each, so that a receiver may have any of them
 */
export function signatureHeaders ({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const sign = (secret: string): string => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  }
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') }
}
