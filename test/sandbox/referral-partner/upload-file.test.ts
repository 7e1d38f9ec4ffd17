import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { document, upload } from '../upload.ts'

async function clientCase() {
  const sandbox = await started()
  sandbox.world().seedClient({ externalTenantId: 't', email: 'ada@t.example' })
  const { id } = sandbox.world().seedCase({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const send = (
    fields: Readonly<Record<string, string | File>>,
    { query = '', key, caseId = id }: { query?: string; key?: string; caseId?: string } = {},
  ) =>
    upload(
      sandbox,
      'referral-partner',
      `/cases/${caseId}/files${query}`,
      fields,
      key === undefined ? {} : { 'Idempotency-Key': key },
    )
  const files = async () => (await client('GET', `/cases/${id}/files`)).body
  const chats = async () => (await client('GET', `/cases/${id}/chats`)).body
  return { sandbox, id, send, files, chats }
}

test('a file reaches the client’s case, and the chat tells of it', async () => {
  const { send, files, chats } = await clientCase()
  expect(await send({ file: document('invoice.gif') })).toMatchObject({ status: 200, body: undefined })
  expect(await files()).toMatchObject([{ fileName: 'invoice.gif', documentType: 'OriginalInvoice' }])
  expect(await chats()).toMatchObject([
    { role: 1, message: expect.stringContaining('invoice.gif'), user: { email: 'ada@t.example' } },
  ])
})

test('the chat stays silent where it is asked to', async () => {
  const { send, files, chats } = await clientCase()
  await send({ file: document() }, { query: '?sendChatNotification=false' })
  expect(await files()).toHaveLength(1)
  expect(await chats()).toEqual([])
})

test('a key makes one file of many, and is bound to the file and to the case', async () => {
  const { sandbox, send, files } = await clientCase()
  const other = sandbox.world().seedCase({ externalTenantId: 't' }).id
  const key = 'once'
  expect((await send({ file: document() }, { key })).status).toBe(200)
  expect((await send({ file: document() }, { key })).status).toBe(200)
  expect(await files()).toHaveLength(1)
  const conflict = { status: 422, body: { businessErrors: [{ type: 'IdempotencyConflict' }] } }
  expect(await send({ file: document('invoice.pdf', 'other') }, { key })).toMatchObject(conflict)
  expect(await send({ file: document() }, { key, caseId: other })).toMatchObject(conflict)
  expect(await files()).toHaveLength(1)
})

test.each([
  ['without a file', {}, '', 400],
  ['with a file that the operation does not take', { file: document('letter.docx') }, '', 415],
  ['that is too large', { file: document('a.pdf', new Uint8Array(25 * 1_048_576 + 1)) }, '', 413],
  ['with an odd flag', { file: document() }, '?sendChatNotification=maybe', 400],
] as const)('an upload %s is refused', async (_, fields, query, status) => {
  const { send, files } = await clientCase()
  expect((await send(fields, { query })).status).toBe(status)
  expect(await files()).toEqual([])
})

test('a case of nobody who is a client takes no file', async () => {
  const { sandbox, send } = await clientCase()
  const caseId = sandbox.world().seedCase().id
  expect((await send({ file: document() }, { caseId })).status).toBe(404)
  expect((await callers(sandbox).customer('GET', `/cases/${caseId}/files`)).body).toEqual([])
})
