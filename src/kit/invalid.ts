import { DebituraTestkitError } from '../errors/index.ts'

/** Says what is wrong with what a test gives, before anything is asked of anybody. */
export function invalid(what: string, why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({ code: 'DBT_INVALID_PAYLOAD', what, why, todo })
}
