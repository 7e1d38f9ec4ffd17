import { referralPartnerApi } from '../../contract/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import { caseApi } from '../case-api.ts'
import type { CaseResource } from '../resource.ts'
import { within } from '../within.ts'
import { stepOutOfTime } from './advice.ts'
import { findCase } from './find-case.ts'
import type { DeleteCases } from './plan.ts'
import { absentIsFine, type CleanupTools } from './tools.ts'

/** Well below what the step may take: a look-up must leave time for the delete. */
const LOOK_UP_WITHIN_MS = 15_000

const LOOK_UP_LIMIT = {
  ms: LOOK_UP_WITHIN_MS,
  reason: stepOutOfTime('Failed to look up a case', LOOK_UP_WITHIN_MS),
}

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
  const { account } = step
  const { accounts, tag, ledger } = tools
  const cases = await lookedUp(step.cases, tools, signal)
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
    return deleteOneByOne({ ...step, cases }, tools, signal)
  }
  for (const { key, state } of cases) ledger.settle(key, state === 'uncertain' ? 'refused' : 'deleted')
  return []
}

/**
 * Cases whose creation was never answered are looked up before all go by their tag: afterwards nobody could tell which of
 * them there were. What cannot be looked up goes by the tag all the same.
 */
async function lookedUp(
  cases: readonly CaseResource[],
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<readonly CaseResource[]> {
  const look = async (planned: CaseResource): Promise<CaseResource> => {
    const latest = tools.ledger.get(planned.key)
    // Where the step is tried again, its case may have been found already.
    const resource = latest?.kind === 'case' ? latest : planned
    if (resource.id !== undefined || resource.state === 'intended') return resource
    try {
      const id = await within({ ...LOOK_UP_LIMIT, signal }, (ending) => findCase(resource, tools, ending))
      if (id === undefined) return resource
      tools.ledger.settle(resource.key, 'made', id)
      return { ...resource, state: 'made', id }
    } catch {
      // The delete by tag says what is wrong, if anything still is.
      return resource
    }
  }
  return Promise.all(cases.map(look))
}

/** No token can be had for a client that is gone, and it took its cases along. */
export function isClientGone(error: unknown): boolean {
  const { method, path } = referralPartnerApi.createToken
  return error instanceof DebituraApiError && error.status === 404 && error.operation === `${method} ${path}`
}

async function deleteOneByOne(
  { account, cases }: DeleteCases,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<readonly CaseLeft[]> {
  const deleteOne = async (resource: CaseResource) => {
    const { key, state } = resource
    const id = resource.id ?? (await findCase(resource, tools, signal))
    if (id === undefined && state === 'uncertain') return tools.ledger.settle(key, 'refused')
    if (id === undefined) throw new Error('its creation was never answered, and no case bears its marker')
    const operation = caseApi(account).deleteTestCase
    const deletion = tools.accounts.call(account, operation, {
      parameters: { id },
      lane: 'cleanup',
      signal,
    })
    tools.ledger.settle(key, (await absentIsFine(operation, deletion)) ? 'deleted' : 'already-gone')
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
