import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signatureHeaders } from '../../src/events/sign.ts'

const newSecret = (bytes = 32) => `whsec_${randomBytes(bytes).toString('base64')}`
const at = new Date()

test('the library of Standard Webhooks accepts what is signed, by each secret, and nothing else', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()), fc.integer({ min: 24, max: 64 }), (text, bytes) => {
    const secrets = [newSecret(bytes), newSecret(bytes)]
    const body = JSON.stringify({ type: 'plan.changed', text })
    const headers = signatureHeaders({ id: 'evt-1', at, body }, secrets)
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
    for (const [changed, others] of [[`${body} `, headers], [body, { ...headers, 'webhook-id': 'evt-2' }], [body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }]] as const) {
      expect(() => new Webhook(secrets[0]!).verify(changed, others)).toThrow('No matching signature')
    }
    expect(() => new Webhook(newSecret(bytes)).verify(body, headers)).toThrow('No matching signature')
  }))
})

test('the example of the specification is signed as there', () => {
  const headers = signatureHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1614265330_000), body: '{"test": 2432232314}' }, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
  expect(headers).toEqual({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' })
})
