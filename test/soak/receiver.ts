import { Webhook } from 'standardwebhooks'
import { createReceiver } from '../kill/receiver.ts'

/** So far a message's time may be from the server's clock, which may be set while it is on its way. */
const FAR_MS = 60_000

/**
 * A webhook's receiver on a clock that is moved: a library that we did not write signs the message again, and both signatures must be the same.
 * @param clock.isNear whether an instant is about the server's time
 */
export const createSoakReceiver = (clock: { isNear: (instant: number, withinMs: number) => boolean }) => createReceiver({
  refusedShare: 0.01,
  isGood: (secret, body, headers) => {
    const seconds = Number(headers['webhook-timestamp'])
    return clock.isNear(seconds * 1000, FAR_MS) && headers['webhook-signature'] === new Webhook(secret).sign(String(headers['webhook-id']), new Date(seconds * 1000), body)
  }
})
