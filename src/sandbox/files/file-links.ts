import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Which file a link leads to. */
export interface FileAddress {
  readonly world: string
  readonly caseId: string
  readonly fileId: string
}

/** Path template of a link. */
export const FILE_PATH = '/files/{world}/{caseId}/{fileId}'

/** How long a link works. That it expires is documented, and not when. */
const LINK_MS = 3_600_000

/**
 * Signs the links of files, with a secret of this sandbox alone. Like Debitura's own, they need no key and say in `se`
 * when they expire.
 */
export class FileLinks {
  readonly #secret = randomBytes(32)

  /**
   * Path and query of a link.
   * @param now - in milliseconds since 1970
   */
  sign(address: FileAddress, now: number): string {
    const expires = `${new Date(now + LINK_MS).toISOString().slice(0, 19)}Z`
    const signature = this.#signature(address, expires).toString('base64url')
    const path = `/files/${address.world}/${address.caseId}/${address.fileId}`
    return `${path}?se=${encodeURIComponent(expires)}&sp=r&sig=${signature}`
  }

  /** Whether a link is one of ours, and has not expired. */
  opens(address: FileAddress, query: URLSearchParams, now: number): boolean {
    const expires = query.get('se') ?? ''
    const signature = Buffer.from(query.get('sig') ?? '', 'base64url')
    const expected = this.#signature(address, expires)
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return false
    return now < Date.parse(expires)
  }

  #signature({ world, caseId, fileId }: FileAddress, expires: string): Buffer {
    return createHmac('sha256', this.#secret).update([world, caseId, fileId, expires].join('\n')).digest()
  }
}
