import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { BEARER_TOKEN_SECONDS } from '../contract/words/index.ts'

/** What a bearer token is good for. */
export interface TokenSubject {
  readonly world: string
  readonly creditorId: string
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = encode({ alg: 'HS256', typ: 'JWT' })

/**
 * Mints and reads the bearer tokens of the Customer API: JWTs, signed with a secret of this sandbox alone.
 * @see Referral Partner API, `POST /oauth/token`
 */
export class TokenMint {
  readonly #secret = randomBytes(32)

  /** @param now - the time in the subject's world, in milliseconds since 1970 */
  mint(subject: TokenSubject, now: number): string {
    const issued = Math.floor(now / 1000)
    const claims = {
      sub: subject.creditorId,
      world: subject.world,
      jti: randomUUID(),
      iat: issued,
      exp: issued + BEARER_TOKEN_SECONDS,
    }
    const signed = `${HEADER}.${encode(claims)}`
    return `${signed}.${this.#sign(signed).toString('base64url')}`
  }

  /** What a token is good for, and until when; `undefined` where it is not ours. */
  read(token: string): (TokenSubject & { readonly expires: number }) | undefined {
    const end = token.lastIndexOf('.')
    const signed = token.slice(0, end)
    const signature = Buffer.from(token.slice(end + 1), 'base64url')
    const expected = this.#sign(signed)
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined
    // Only this class makes text with such a signature, so the claims are those of `mint`.
    const claims = JSON.parse(Buffer.from(signed.slice(HEADER.length + 1), 'base64url').toString()) as {
      readonly sub: string
      readonly world: string
      readonly exp: number
    }
    return { world: claims.world, creditorId: claims.sub, expires: claims.exp * 1000 }
  }

  #sign(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(text).digest()
  }
}
