import { customAlphabet, nanoid } from 'nanoid'
import { type Client, CreateClientRequest, RUN_VARIABLES, referralPartnerApi } from '../../contract/index.ts'
import { DebituraApiError, DebituraTestkitError } from '../../errors/index.ts'
import type { ClientDraft } from '../../protocol/index.ts'
import { isOfAnotherRun } from '../is-ours.ts'
import { encodeEmail, encodeMarker } from '../marker.ts'
import { settled } from './outcome.ts'
import { readPayload } from './payload.ts'
import type { MakeTools } from './tools.ts'

const emailSuffix = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 8)

/** The request for a client: names that the author left to the kit are filled in, each its own. */
export function clientRequest({ identity }: MakeTools, draft: ClientDraft): CreateClientRequest {
  const { runId } = identity
  const suffix = emailSuffix()
  const request = {
    externalTenantId: draft.externalTenantId ?? encodeMarker(runId, nanoid(8)),
    client: {
      ...draft.client,
      supportEmail: draft.client?.supportEmail ?? encodeEmail('office', runId, suffix),
    },
    users: draft.users?.map((user, index) => ({
      ...user,
      email: user.email ?? encodeEmail(`user${index + 1}`, runId, suffix),
    })),
  }
  return readPayload('a client', CreateClientRequest, request)
}

/**
 * Makes a client under an externalTenantId that is nobody's yet.
 * @throws DebituraTestkitError `DBT_NOT_OURS` where the client exists already.
 */
export async function makeClient(
  tools: MakeTools,
  scopes: ReadonlySet<string>,
  request: CreateClientRequest,
  named: boolean,
): Promise<Client> {
  const { ledger, keyed } = tools
  const { externalTenantId } = request
  // Debitura answers a repeated create with the client that is there: whose it is has to be asked before.
  if (named) await assertAbsent(tools, externalTenantId)
  ledger.intend({
    kind: 'client',
    key: externalTenantId,
    scopes,
    emails: emailsOf(request),
    id: undefined,
    inherited: false,
    state: 'intended',
  })
  const made = await settled(ledger, externalTenantId, referralPartnerApi.createClient, () =>
    keyed.call(referralPartnerApi.createClient, { parameters: {}, body: request }),
  )
  return kept(tools, made)
}

/**
 * Asks again for a client of which the first answer was lost: under the same externalTenantId it is the same client,
 * whether it was made then or is made now.
 */
export async function makeClientAgain(tools: MakeTools, request: CreateClientRequest): Promise<Client> {
  return kept(
    tools,
    await tools.keyed.call(referralPartnerApi.createClient, { parameters: {}, body: request }),
  )
}

/** Takes a client for the run's own, unless another run was faster. */
function kept({ identity, ledger }: MakeTools, made: Client): Client {
  const { externalTenantId } = made
  const isTheirs = isOfAnotherRun(made, identity.tag)
  ledger.settle(externalTenantId, isTheirs ? 'refused' : 'made', isTheirs ? undefined : made.client.id)
  if (isTheirs) throw notOurs(externalTenantId)
  return made
}

/** The addresses that a client takes, as Debitura compares them. */
export function emailsOf({ client, users }: CreateClientRequest): readonly string[] {
  return [client.supportEmail, ...users.map(({ email }) => email)].map((email) => email.toLowerCase())
}

async function assertAbsent({ keyed }: MakeTools, externalTenantId: string): Promise<void> {
  try {
    await keyed.call(referralPartnerApi.getClient, { parameters: { externalTenantId } })
  } catch (error) {
    if (error instanceof DebituraApiError && error.status === 404) return
    throw error
  }
  throw notOurs(externalTenantId)
}

function notOurs(externalTenantId: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_NOT_OURS',
    what: `Failed to make client ${externalTenantId}`,
    why: 'it exists already, and this run did not make it, so it must not be reset either',
    todo: `Leave \`externalTenantId\` to the kit; or use that client as it is: \`debitura.clients.get()\`, or ${RUN_VARIABLES.standingClient}`,
  })
}
