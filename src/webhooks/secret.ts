/** A secret as it is handed on: Debitura shows it once, and says `null` from then on. */
export type Secret = string | null | undefined

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Whether it can be a secret of Debitura's: Base64, and not empty. */
export const isSecret = (secret: unknown): secret is string =>
  typeof secret === 'string' && secret !== '' && BASE64.test(secret)

/** Why something is no secret, as a clause that does not show it. */
export function problemOfSecret(secret: unknown): string {
  if (secret == null) return 'the secret is missing'
  if (typeof secret !== 'string') return 'the secret is not a text'
  if (secret === '') return 'the secret is empty'
  return isSecret(secret.trim())
    ? 'the secret has white space around it'
    : 'the secret is not Base64, as those of Debitura are'
}

/** What to do about a secret. */
export const SECRET_TODO =
  'Give the `secret` of the subscription as Debitura answered it when it was made, without decoding it'
