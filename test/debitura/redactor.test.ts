import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRedactor } from '../../src/debitura/index.ts'

const anySecret = fc
  .string({ minLength: 6, unit: 'binary' })
  .filter((secret) => secret.trim().length >= 6 && !'[redacted]'.includes(secret))

const forms: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'percent-encoded': (secret) => encodeURIComponent(secret),
  'form-encoded': (secret) => new URLSearchParams([['', secret]]).toString().slice(1),
  'in base64': (secret) => Buffer.from(secret).toString('base64'),
  'in base64url': (secret) => Buffer.from(secret).toString('base64url'),
  'in JSON': (secret) => JSON.stringify(secret).slice(1, -1),
}

it.each(Object.keys(forms))('no secret survives %s, whatever stands around it', (form) => {
  fc.assert(
    fc.property(anySecret, fc.string(), fc.string(), (secret, before, after) => {
      const written = forms[form]?.(secret) ?? ''
      fc.pre(!'[redacted]'.includes(written))
      const redactor = createRedactor()
      redactor.add(secret)
      expect(redactor.redact(before + written + after)).not.toContain(written)
    }),
  )
})

it('keeps several secrets apart, also where one is the beginning of another', () => {
  const redactor = createRedactor()
  for (const secret of ['sandbox-abc', 'sandbox-abc-def', 'other-key']) redactor.add(secret)
  expect(redactor.redact('a sandbox-abc-def b sandbox-abc c other-key d')).toBe(
    'a [redacted] b [redacted] c [redacted] d',
  )
})

it('finds a base64 key that .NET escaped in JSON', () => {
  const redactor = createRedactor()
  redactor.add('ab+cd/ef==')
  expect(redactor.redact('{"key":"ab\\u002Bcd/ef=="}')).toBe('{"key":"[redacted]"}')
})

it('leaves ordinary text alone: blank and very short secrets are ignored', () => {
  const redactor = createRedactor()
  for (const secret of ['', '   ', '          ', 'abc', 'key']) redactor.add(secret)
  expect(redactor.redact('abc key          abc')).toBe('abc key          abc')
})
