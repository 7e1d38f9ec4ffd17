import { parseTag } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'

/**
 * Refuses what is the run's to say, and not the test's: that a case is a test case, and its tag. Types say so already;
 * this is for JavaScript and for values that come from elsewhere. The steward lays both on in any case.
 * @throws DebituraTestkitError `DBT_INVALID_TAG`, `DBT_INVALID_PAYLOAD`
 */
export function assertOwnFieldsOnly(payload: object, tag: string): void {
  const { tag: given, isTest } = payload as { readonly tag?: unknown; readonly isTest?: unknown }
  if (given !== undefined && given !== tag) {
    const read = parseTag(given)
    throw new DebituraTestkitError({
      code: 'DBT_INVALID_TAG',
      what: 'Failed to make a case',
      why: 'problem' in read ? read.problem : 'a case of this run bears the tag of this run, and no other',
      todo: 'Leave `tag` out: the kit sets it, and cleans up by it',
    })
  }
  if (isTest !== undefined && isTest !== true) {
    throw new DebituraTestkitError({
      code: 'DBT_INVALID_PAYLOAD',
      what: 'Failed to make a case',
      why: `\`isTest\` is ${String(isTest)}, and the kit makes test cases only`,
      todo: 'Leave `isTest` out: the kit sets it',
    })
  }
}
