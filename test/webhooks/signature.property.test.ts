import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DebituraTestkitError } from '../../src/errors/index.ts'
import { checkSignature, sign, verify } from '../../src/webhooks/index.ts'

const secrets = fc
  .uint8Array({ minLength: 1, maxLength: 80 })
  .map((bytes) => Buffer.from(bytes).toString('base64'))
const bodies = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }))
const signed = fc.record({
  body: bodies,
  secret: secrets,
  at: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
})

/** Signs what is text as text, and what is bytes as bytes. */
const signAny = (body: string | Uint8Array, secret: string, at: Date) =>
  typeof body === 'string' ? sign(body, secret, { at }) : sign(body, secret, { at })

const isOurs = (error: unknown) => error instanceof DebituraTestkitError && error.code === 'DBT_SIGNATURE'

test('whatever is signed is accepted, as text and as bytes', () => {
  fc.assert(
    fc.property(signed, ({ body, secret, at }) => {
      const { headers, body: sent } = signAny(body, secret, at)
      expect(sent).toBe(body)
      const signature = headers['X-Debitura-Signature']
      expect(checkSignature(body, signature, secret, at)).toEqual({ ok: true })
      expect(checkSignature(Buffer.from(body), signature, secret, at)).toEqual({ ok: true })
    }),
  )
})

test('any JSON object that names an event comes back as it went', () => {
  const payloads = fc.record({ event: fc.string(), data: fc.jsonValue() })
  fc.assert(
    fc.property(payloads, secrets, (payload, secret) => {
      const { body, headers } = sign(payload, secret)
      expect(verify(body, headers['X-Debitura-Signature'], secret)).toEqual(
        JSON.parse(JSON.stringify(payload)),
      )
    }),
  )
})

test('one byte of the body that is another makes it another body', () => {
  fc.assert(
    fc.property(signed, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ body, secret, at }, place, change) => {
      const { headers } = signAny(body, secret, at)
      const bytes = Buffer.from(body)
      fc.pre(bytes.length > 0)
      bytes.writeUInt8((bytes[place % bytes.length] ?? 0) ^ change, place % bytes.length)
      expect(checkSignature(bytes, headers['X-Debitura-Signature'], secret, at)).toMatchObject({ ok: false })
    }),
  )
})

test('one character of the header that is another makes it another signature', () => {
  fc.assert(
    fc.property(
      signed,
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      ({ body, secret, at }, place, other) => {
        const header = signAny(body, secret, at).headers['X-Debitura-Signature']
        const index = place % header.length
        fc.pre(header[index] !== other)
        const changed = `${header.slice(0, index)}${other}${header.slice(index + 1)}`
        expect(checkSignature(body, changed, secret, at)).toMatchObject({ ok: false })
      },
    ),
    { numRuns: 500 },
  )
})

test('another secret makes another signature', () => {
  fc.assert(
    fc.property(signed, secrets, ({ body, secret, at }, other) => {
      fc.pre(other !== secret)
      // HMAC fills a short key up with zeros, so that keys which differ in those alone are one.
      const key = (text: string) =>
        Buffer.concat([Buffer.from(text, 'base64'), Buffer.alloc(128)]).subarray(0, 128)
      fc.pre(!key(secret).equals(key(other)))
      const { headers } = signAny(body, secret, at)
      expect(checkSignature(body, headers['X-Debitura-Signature'], other, at)).toMatchObject({ ok: false })
    }),
  )
})

test('an age is right from 30 s ahead to 300 s old, and at no other second', () => {
  fc.assert(
    fc.property(signed, fc.integer({ min: -100, max: 400 }), ({ body, secret, at }, age) => {
      const { headers } = signAny(body, secret, at)
      const now = new Date(at.getTime() + age * 1000)
      const { ok } = checkSignature(body, headers['X-Debitura-Signature'], secret, now)
      expect(ok).toBe(age >= -30 && age <= 300)
    }),
  )
})

test('garbage is refused by an error of the kit, and never by another', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('t', 'v1', '=', ',', ' ', '0', 'f'.repeat(64), '1781685000', '-', '\n'))
      .map((parts) => parts.join('')),
    fc.anything(),
  )
  fc.assert(
    fc.property(
      fc.oneof(bodies, fc.anything()),
      garbage,
      fc.oneof(secrets, fc.anything()),
      (body, header, secret) => {
        let caught: unknown
        try {
          // As JavaScript can bring it.
          verify(body as string, header as string, secret as string)
        } catch (error) {
          caught = error
        }
        expect(isOurs(caught)).toBe(true)
      },
    ),
    { numRuns: 1_000 },
  )
})
