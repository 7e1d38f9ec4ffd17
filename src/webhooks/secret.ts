const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** What is wrong with a secret, as a clause; `undefined` where nothing is. Never shows the secret. */
export function problemOfSecret(secret: unknown): string | undefined {
  if (typeof secret !== 'string') return `the secret is ${secret === undefined ? 'missing' : 'not a text'}`
  if (secret === '') return 'the secret is empty'
  if (BASE64.test(secret)) return undefined
  return BASE64.test(secret.trim())
    ? 'the secret has white space around it'
    : 'the secret is not Base64, as those of Debitura are'
}

/** What to do about a secret. */
export const SECRET_TODO =
  'Give the `secret` of the subscription as Debitura answered it when it was made, without decoding it'
