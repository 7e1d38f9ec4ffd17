import { expect, test } from 'vitest'
import type { Lifecycle } from '../../../src/contract/words/index.ts'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'
import { document, upload } from '../upload.ts'

async function collected(lifecycle: Exclude<Lifecycle, 'Closed'> = 'Active') {
  const sandbox = await started()
  const { id } = sandbox.world().seedCase({ lifecycle })
  const send = (fields: Readonly<Record<string, string | File>>, caseId = id) =>
    upload(sandbox, 'collection-partner', `/cases/${caseId}/files`, fields)
  return { sandbox, ...callers(sandbox), id, send }
}

test('a partner’s file is read by the creditor', async () => {
  const { customer, id, send } = await collected()
  const { body } = await send({ File: document('letter.docx'), Description: 'x'.repeat(500) })
  const { body: files } = await customer('GET', `/cases/${id}/files`)
  expect(files).toMatchObject([{ id: body.id, fileName: 'letter.docx', documentType: 'PartnerDocuments' }])
})

test.each([
  ['without a file', {}, 400],
  ['with a description of more than 500 characters', { File: document(), Description: 'x'.repeat(501) }, 400],
  ['with a file that creditors alone may send', { File: document('a.gif') }, 415],
] as const)('an upload %s is refused', async (_, fields, status) => {
  const { send } = await collected()
  expect((await send(fields)).status).toBe(status)
})

test('a merged case takes no more files', async () => {
  const { send } = await collected('Merged')
  expect(await send({ File: document() })).toMatchObject({ status: 409, body: { error: 'CaseMerged' } })
})

test('a managing partner reads the files of what it manages, and of nothing else', async () => {
  const { partner, id, send } = await collected()
  const managed = (await partner('POST', '/managed-cases', managedClaim())).body.id
  const { body } = await send({ File: document() }, managed)
  expect((await partner('GET', `/managed-cases/${managed}/files`)).body).toMatchObject([{ id: body.id }])
  expect((await partner('GET', `/managed-cases/${id}/files`)).status).toBe(404)
})

test('a case that the caller does not collect takes no file', async () => {
  const { sandbox, send } = await collected()
  const unrouted = sandbox.world().seedCase({ isTest: true }).id
  expect((await send({ File: document() }, unrouted)).status).toBe(404)
})
