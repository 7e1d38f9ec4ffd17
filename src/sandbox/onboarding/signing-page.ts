import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'

/** Somebody who opened the page of an account. */
export interface Visit {
  readonly world: World
  readonly creditor: Creditor
  readonly url: URL
}

/** A page on which an account signs something. It needs no key and no scripts: whoever has the address may use it. */
export interface SigningPage {
  /** With `{linkId}` in the place of the account's signing id. */
  readonly path: string
  /** The page as HTML, or the address of the page that comes in its place. */
  show(visit: Visit): string | URL
  /** Does what the form asks for, and answers the page that comes next; `undefined` where this was the last. */
  submit(visit: Visit, form: URLSearchParams): string | undefined
}

/** Another page of the same account: its parameters, the return address among them, go along. */
export const besides = ({ creditor, url }: Visit, path: string): string =>
  path.replace('{linkId}', creditor.signingId) + url.search
