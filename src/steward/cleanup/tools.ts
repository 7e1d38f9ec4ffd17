import type { Operation, Tag } from '../../contract/index.ts'
import { fateOf } from '../../debitura/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import type { Accounts } from '../accounts.ts'
import type { KeyedCalls } from '../keyed-calls.ts'
import type { Ledger } from '../ledger.ts'
import type { Tokens } from '../tokens.ts'

/** What cleaning up works with. */
export interface CleanupTools {
  readonly tag: Tag
  readonly keyed: KeyedCalls
  readonly accounts: Accounts
  readonly tokens: Tokens
  readonly ledger: Ledger
}

/**
 * Waits for a delete; `false` when there was nothing to delete any more. Where the answer to an earlier try was lost, that
 * try is what deleted it.
 */
export async function absentIsFine(operation: Operation, deletion: Promise<unknown>): Promise<boolean> {
  try {
    await deletion
    return true
  } catch (error) {
    if (!(error instanceof DebituraApiError && error.status === 404)) throw error
    return fateOf(error, operation)?.carriedOut === 'perhaps'
  }
}
