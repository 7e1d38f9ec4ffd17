import { API_KEY_HEADER, API_TITLES, type ApiName } from '../contract/words/api.ts'
import { KEY_VARIABLES } from '../contract/words/variables.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/**
 * Who calls: an API key, or a bearer token that a referral partner minted for one of its clients.
 * @see docs.debitura.com/developer-concepts/authentication
 */
export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'bearer'; readonly token: string }

/** The secret itself. */
export function secretOf(credential: Credential): string {
  return credential.kind === 'key' ? credential.key : credential.token
}

/** Refuses a credential that no header can carry, before anything is sent. */
export function checkCredential(api: ApiName, credential: Credential): void {
  const secret = secretOf(credential)
  const blank = typeof secret !== 'string' || secret.trim() === ''
  if (!blank && /^[\x21-\x7e]+$/.test(secret)) return
  const kind = credential.kind === 'key' ? 'API key' : 'bearer token'
  throw new DebituraTestkitError({
    code: 'DBT_MISSING_KEY',
    what: `Failed to call the ${API_TITLES[api]}`,
    why: blank
      ? `its ${kind} is blank`
      : `its ${kind} has white space or characters that no header can carry`,
    todo:
      credential.kind === 'key'
        ? `Set ${KEY_VARIABLES[api]} to the key as Debitura gave it`
        : 'Mint the token again',
  })
}

/** The header that proves who calls. */
export function credentialHeader(credential: Credential): readonly [name: string, value: string] {
  return credential.kind === 'key'
    ? [API_KEY_HEADER, credential.key]
    : ['Authorization', `Bearer ${credential.token}`]
}
