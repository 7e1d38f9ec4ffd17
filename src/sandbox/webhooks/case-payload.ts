import type { ApiName } from '../../contract/words/index.ts'
import { caseLinks, clientLinks } from '../../webhooks/links.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { envelope, type Occurrence } from './envelope.ts'

/** The JSON text that subscribers of one API get of what happened to a case. */
export function casePayload(
  world: World,
  record: CaseRecord,
  what: Occurrence & { readonly data: Readonly<Record<string, unknown>> },
  api: ApiName,
): string {
  const { urls } = world.debitura
  const subject = { caseId: record.id, reference: record.reference }
  const contents = { isTest: record.isTest, data: { ...subject, ...what.data } }
  if (api !== 'referral-partner') {
    return envelope(world, what, { ...contents, links: caseLinks(urls[api], record.id) })
  }
  const externalTenantId = world.clients.byCreditor(record.accountId)?.externalTenantId ?? ''
  const data = { ...subject, externalTenantId, ...what.data }
  return envelope(world, what, { ...contents, data, links: clientLinks(urls[api], externalTenantId) })
}
