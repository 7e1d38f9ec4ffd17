import { API_KEY_HEADER, type ApiName } from '../../contract/words/index.ts'
import type { Debitura } from '../debitura.ts'
import { worldOfKey } from '../key.ts'
import type { World } from '../store/world.ts'

/** Who is calling. */
export interface Caller {
  readonly world: World
  /** The caller's account: a creditor, the referral partner, or the collection partner. */
  readonly accountId: string
  /** What the rate limits count by. */
  readonly partition: string
}

/**
 * Tells who is calling; `undefined` where nobody we know. The Customer API takes a bearer token too, and where both
 * are sent the token decides.
 * @see docs.debitura.com/developer-concepts/authentication
 */
export function authenticate(api: ApiName, headers: Headers, debitura: Debitura): Caller | undefined {
  if (api === 'customer') {
    const token = headers.get('authorization')
    if (token !== null && /^bearer /i.test(token)) return bearer(token.slice(7).trim(), debitura)
  }
  const key = headers.get(API_KEY_HEADER)
  const name = key === null ? undefined : worldOfKey(key)
  if (key === null || name === undefined) return undefined
  const world = debitura.world(name)
  return { world, accountId: accountOf(api, world), partition: `${api} ${key}` }
}

function bearer(token: string, debitura: Debitura): Caller | undefined {
  const subject = debitura.tokens.read(token)
  if (subject === undefined) return undefined
  const world = debitura.existingWorld(subject.world)
  if (world === undefined || world.clock.milliseconds() >= subject.expires) return undefined
  // A token outlives its client; then it is good for nothing.
  if (world.clients.byCreditor(subject.creditorId) === undefined) return undefined
  return { world, accountId: subject.creditorId, partition: `creditor ${subject.creditorId}` }
}

function accountOf(api: ApiName, world: World): string {
  switch (api) {
    case 'customer':
      return world.creditor.profile.id
    case 'referral-partner':
      return world.referralPartner.id
    case 'collection-partner':
      return world.collectionPartner.id
  }
}
