/** An Idempotency-Key of a caller that one attempt holds; `token` tells attempts apart. */
export type Claimed = { actor: string, key: string, token: string }
