import { nanoid } from 'nanoid'
import {
  type Case,
  COMMENTS_MAX_LENGTH,
  CreateCaseRequest,
  CreateManagedCaseRequest,
  collectionPartnerApi,
  customerApi,
  type Operation,
} from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import {
  type Account,
  type CaseDraft,
  COLLECTION_PARTNER,
  type ManagedCaseDraft,
  type Scope,
} from '../../protocol/index.ts'
import { encodeMarker, MARKED_COMMENTS_MAX_LENGTH, type Marker, markComments } from '../marker.ts'
import { settled } from './outcome.ts'
import { invalidPayload, readPayload } from './payload.ts'
import type { MakeTools } from './tools.ts'

/** Makes a test case in an account. */
export function makeCase(tools: MakeTools, scope: Scope, account: Account, draft: CaseDraft): Promise<Case> {
  const marker = encodeMarker(tools.identity.runId, nanoid(8))
  const payload = readPayload('a case', CreateCaseRequest, draft)
  const body = { ...payload, ...marked(payload, marker), ...testOnly(tools) }
  const operation = customerApi.createCase
  return make(tools, scope, account, marker, operation, () =>
    tools.accounts.call(account, operation, { parameters: {}, body, idempotencyKey: marker }),
  )
}

/** Makes a managed test case of the collection partner. */
export function makeManagedCase(tools: MakeTools, scope: Scope, draft: ManagedCaseDraft): Promise<Case> {
  const marker = encodeMarker(tools.identity.runId, nanoid(8))
  const payload = readPayload('a managed case', CreateManagedCaseRequest, draft)
  const body = { ...payload, ...marked(payload, marker), ...testOnly(tools) }
  const operation = collectionPartnerApi.createManagedCase
  return make(tools, scope, COLLECTION_PARTNER, marker, operation, () =>
    tools.keyed.call(operation, { parameters: {}, body, idempotencyKey: marker }),
  )
}

/** Laid on last, so that nothing that a test says can take it off. */
function testOnly({ identity }: MakeTools): { readonly isTest: true; readonly tag: string } {
  return { isTest: true, tag: identity.tag }
}

/** Puts the marker where Debitura lists it back: an author's own reference wins, and the comments bear it then. */
function marked(
  { creditorReference, comments }: { creditorReference?: string | null; comments?: string | null },
  marker: Marker,
): { creditorReference: string; comments?: string } {
  if (!creditorReference) return { creditorReference: marker }
  if ((comments ?? '').length > MARKED_COMMENTS_MAX_LENGTH) {
    throw invalidPayload(
      'a case',
      `\`comments\` has ${(comments ?? '').length} characters, and with a \`creditorReference\` of the test's own the ` +
        `run's marker shares the ${COMMENTS_MAX_LENGTH} that Debitura takes`,
      `Shorten it to ${MARKED_COMMENTS_MAX_LENGTH}, or leave \`creditorReference\` to the kit`,
    )
  }
  return { creditorReference, comments: markComments(comments, marker) }
}

async function make(
  { ledger, halt }: MakeTools,
  scope: Scope,
  account: Account,
  marker: Marker,
  operation: Operation,
  request: () => Promise<Case>,
): Promise<Case> {
  ledger.intend({
    kind: 'case',
    key: marker,
    account,
    id: undefined,
    scopes: new Set([scope.id]),
    state: 'intended',
  })
  const made = await settled(ledger, marker, operation, request)
  ledger.settle(marker, 'made', made.id)
  if (made.isTestCase === true) return made
  const error = notATestCase(made)
  halt(error)
  throw error
}

function notATestCase({ id }: Case): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_NOT_A_TEST_CASE',
    what: 'Stopped the run',
    why: `case ${id} was asked for as a test case, and Debitura says that it is a real one`,
    todo: 'Close it in Debitura now, and ask Debitura why `isTest` was not honoured',
  })
}
