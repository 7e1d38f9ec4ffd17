import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'
import { document, upload } from '../upload.ts'

const MEGABYTE = 1_048_576

async function shared() {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time) })
  const { customer, partner } = callers(sandbox)
  const { id } = sandbox.world().seedCase()
  const send = (fields: Readonly<Record<string, string | File>>) =>
    upload(sandbox, 'customer', `/cases/${id}/files`, fields)
  const list = async (caller = customer) => (await caller('GET', `/cases/${id}/files`)).body
  const later = (minutes: number) => {
    time += minutes * 60_000
  }
  return { sandbox, customer, partner, id, send, list, later }
}

test('a file is listed for both sides, with what was said about it', async () => {
  const { customer, partner, id, send, list } = await shared()
  expect(await list()).toEqual([])
  const { status, body } = await send({
    File: document('reminder.PDF'),
    DocumentType: 'demandletter',
    Description: 'Sent in May',
  })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      caseId: id,
      entityId: id,
      fileName: 'reminder.PDF',
      documentType: 'DemandLetter',
      description: 'Sent in May',
      dateCreated: '2026-06-17T08:00:00.000Z',
    },
  })
  await send({ file: document('invoice.csv') })
  const files = await list()
  expect(files).toMatchObject([
    { id: body.id, dateCreated: '2026-06-17T08:00:00.000' },
    { fileName: 'invoice.csv', documentType: 'OriginalInvoice', description: null },
  ])
  expect(await list(partner)).toEqual(files)
  const { items } = (await customer('GET', `/cases/${id}/timeline`)).body
  expect(items.at(-1)).toMatchObject({ type: 'FileUploaded', actor: { type: 'Creditor user' } })
})

describe('a link', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)

  test('downloads what was uploaded, byte for byte and without a key', async () => {
    const { send, list } = await shared()
    await send({ File: document('scan é.png', bytes, 'image/png') })
    const [{ url }] = await list()
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-disposition')).toContain('scan%20%C3%A9.png')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  test('works until its time has come; a new one is had by reading again', async () => {
    const { send, list, later } = await shared()
    const { body } = await send({ File: document() })
    expect(new URL(body.url).searchParams.get('se')).toBe('2026-06-17T09:00:00Z')
    later(59)
    expect((await fetch(body.url)).status).toBe(200)
    later(1)
    expect((await fetch(body.url)).status).toBe(403)
    const [{ url }] = await list()
    expect((await fetch(url)).status).toBe(200)
  })

  test('does not work once somebody has changed it', async () => {
    const { send } = await shared()
    const { url } = (await send({ File: document() })).body
    const longer = url.replace('09%3A00', '10%3A00')
    expect(longer).not.toBe(url)
    expect((await fetch(longer)).status).toBe(403)
    expect((await fetch(url.replace(/&sig=.*/, ''))).status).toBe(403)
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
  })

  test('leads nowhere once the case is gone', async () => {
    const { sandbox, customer } = await shared()
    const { id } = (await customer('POST', '/cases', claim())).body
    const { url } = (await upload(sandbox, 'customer', `/cases/${id}/files`, { File: document() })).body
    await customer('DELETE', `/test/cases/${id}`)
    expect((await fetch(url)).status).toBe(404)
    expect((await customer('GET', `/cases/${id}/files`)).status).toBe(404)
  })
})

describe('an upload is refused', () => {
  test.each([
    ['without a file', {}, 400],
    ['with text for a file', { File: 'invoice' }, 400],
    ['with an empty file', { File: document('invoice.pdf', '') }, 400],
    ['with a document type that there is not', { File: document(), DocumentType: 'Selfie' }, 400],
    ['with a file of another type', { File: document('run.exe') }, 415],
    ['with a file that partners alone may send', { File: document('letter.docx') }, 415],
    ['with a file without an extension', { File: document('pdf') }, 415],
    ['with a file of more than 25 MB', { File: document('a.pdf', new Uint8Array(25 * MEGABYTE + 1)) }, 413],
    ['with a form far beyond', { File: document('a.pdf', new Uint8Array(27 * MEGABYTE)) }, 413],
  ] as const)('%s', async (_, fields, status) => {
    const { send, list } = await shared()
    expect((await send(fields)).status).toBe(status)
    expect(await list()).toEqual([])
  })

  test('that is no form, or none that can be read', async () => {
    const { customer, id } = await shared()
    const post = (body: unknown, type: string) =>
      customer('POST', `/cases/${id}/files`, body, { 'content-type': type })
    expect((await post({ File: 'x' }, 'application/json')).status).toBe(415)
    expect((await post('garbage', 'multipart/form-data; boundary=x')).status).toBe(400)
  })

  test('to another account’s case', async () => {
    const { sandbox } = await shared()
    const { id } = sandbox.world('other').seedCase()
    const path = `/cases/${id}/files`
    expect((await upload(sandbox, 'customer', path, { File: document() })).status).toBe(404)
    expect((await callers(sandbox).customer('GET', path)).status).toBe(404)
  })
})

test.each(['pdf', 'xls', 'xlsx', 'csv', 'TXT', 'jpg', 'jpeg', 'png', 'gif'])(
  'takes .%s',
  async (extension) => {
    const { send } = await shared()
    expect((await send({ File: document(`a.b.${extension}`) })).status).toBe(200)
  },
)

test('takes exactly 25 MB', async () => {
  const { send } = await shared()
  const { status, body } = await send({ File: document('a.pdf', new Uint8Array(25 * MEGABYTE)) })
  expect(status).toBe(200)
  expect((await (await fetch(body.url)).arrayBuffer()).byteLength).toBe(25 * MEGABYTE)
})
