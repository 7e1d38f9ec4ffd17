import { referralPartnerApi } from '../../contract/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import { caseApi } from '../case-api.ts'
import type { CaseResource } from '../resource.ts'
import type { DeleteCases } from './plan.ts'
import { absentIsFine, type CleanupTools } from './tools.ts'

/** A case that could not be deleted, and why. */
export interface CaseLeft {
  readonly resource: CaseResource
  readonly error: unknown
}

/**
 * Deletes an account's cases by the run's tag. Debitura refuses with 400 where a production case bears the tag, and
 * deletes nothing then; what the run itself made is known by id, and deleted one by one.
 * @returns cases that could not be deleted one by one
 * @see Customer API, `DELETE /test/cases`
 */
export async function deleteCases(
  step: DeleteCases,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<readonly CaseLeft[]> {
  const { account, cases } = step
  const { accounts, tag, ledger } = tools
  try {
    await accounts.call(account, caseApi(account).deleteTestCasesByTag, {
      parameters: {},
      query: { tag },
      lane: 'cleanup',
      signal,
    })
  } catch (error) {
    if (isClientGone(error)) {
      for (const { key, state } of cases)
        ledger.settle(key, state === 'uncertain' ? 'refused' : 'already-gone')
      return []
    }
    if (!(error instanceof DebituraApiError && error.status === 400)) throw error
    if (cases.length === 0) throw refusedTag(error)
    return deleteOneByOne(step, tools, signal)
  }
  for (const { key, state } of cases) ledger.settle(key, state === 'uncertain' ? 'refused' : 'deleted')
  return []
}

/** No token can be had for a client that is gone, and it took its cases along. */
function isClientGone(error: unknown): boolean {
  const { method, path } = referralPartnerApi.createToken
  return error instanceof DebituraApiError && error.status === 404 && error.operation === `${method} ${path}`
}

async function deleteOneByOne(
  { account, cases }: DeleteCases,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<readonly CaseLeft[]> {
  const deleteOne = async ({ key, id }: CaseResource) => {
    if (id === undefined) throw new Error('its creation was never answered, so its id is not known')
    const deletion = tools.accounts.call(account, caseApi(account).deleteTestCase, {
      parameters: { id },
      lane: 'cleanup',
      signal,
    })
    tools.ledger.settle(key, (await absentIsFine(deletion)) ? 'deleted' : 'already-gone')
  }
  const attempts = cases.map(async (resource): Promise<CaseLeft[]> => {
    try {
      await deleteOne(resource)
      return []
    } catch (error) {
      return [{ resource, error }]
    }
  })
  return (await Promise.all(attempts)).flat()
}

function refusedTag(error: DebituraApiError): DebituraApiError {
  return new DebituraApiError(error, {
    what: error.what,
    why: error.why,
    todo: 'If the application under test made cases with this tag, delete them by hand: as long as a real case bears it, Debitura deletes none',
  })
}
