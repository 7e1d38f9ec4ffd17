import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkSignature } from '../../src/webhooks/index.ts'

const SECRET = 'c2VjcmV0LW9mLWEtc3Vic2NyaXB0aW9uLTAwMDAwMDE='
const OTHER = 'c2VjcmV0LW9mLWEtc3Vic2NyaXB0aW9uLTAwMDAwMDI='
const BODY = '{"id":"1","event":"case.created","data":{"reference":"Q8OAXF3W","name":"Jörg"}}'
const SIGNED_AT = 1_781_685_000

/**
 * Made with other software: printf '1781685000.%s' "$body" | openssl dgst -sha256 -mac HMAC -macopt
 * "hexkey:$(printf '%s' "$secret" | base64 -d | xxd -p -c 99)"
 */
const DIGEST = 'aecf97e447d0c16d77c67ffd632e52717f45a34cf700ebee3a8e1c552dd7ca9d'
const HEADER = `t=${SIGNED_AT},v1=${DIGEST}`

const later = (seconds: number) => new Date((SIGNED_AT + seconds) * 1000)
const check = (
  header: Parameters<typeof checkSignature>[1],
  body: string | Uint8Array = BODY,
  secret = SECRET,
) => checkSignature(body, header, secret, later(0))

/** By the words of Debitura's guide, with nothing of ours. */
const signedWith = (key: string | Buffer, body = BODY, t = SIGNED_AT) =>
  `t=${t},v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}`

describe('a signature is right', () => {
  test('that openssl made', () => {
    expect(check(HEADER)).toEqual({ ok: true })
    expect(check(signedWith(Buffer.from(SECRET, 'base64')))).toEqual({ ok: true })
  })

  test('for the bytes as for the text', () => {
    expect(check(HEADER, Buffer.from(BODY))).toEqual({ ok: true })
    expect(check(HEADER, new TextEncoder().encode(BODY))).toEqual({ ok: true })
  })

  test.each([-30, 0, 299, 300, 300.999])('when it is %s s old', (age) => {
    expect(checkSignature(BODY, HEADER, SECRET, later(age))).toEqual({ ok: true })
  })

  test('where any of several `v1` is right, as while a secret is changed', () => {
    const wrong = '0'.repeat(64)
    expect(check(`t=${SIGNED_AT},v1=${wrong},v1=${DIGEST}`)).toEqual({ ok: true })
    expect(check(`t=${SIGNED_AT},v1=${DIGEST},v1=${wrong}`)).toEqual({ ok: true })
    expect(check(`t=${SIGNED_AT},v1=short,v1=${DIGEST}`)).toEqual({ ok: true })
    expect(check(`t=${SIGNED_AT},v1=${wrong},v1=${wrong}`)).toMatchObject({ ok: false, reason: 'mismatch' })
  })

  test('whatever else the header says, in whatever order', () => {
    expect(check(`v0=x,v1=${DIGEST},v2=,t=${SIGNED_AT}`)).toEqual({ ok: true })
    expect(check([HEADER])).toEqual({ ok: true })
  })
})

describe('a signature is refused', () => {
  test.each([
    [301, 'too-old', 'it was signed 301 s ago'],
    [86_400, 'too-old', 'it was signed 86400 s ago'],
    [-30.001, 'in-future', 'it was signed 31 s in the future'],
    [-31, 'in-future', 'it was signed 31 s in the future'],
    [Number.NaN, 'no-time', 'not a time'],
  ])('when it is %s s old', (age, reason, why) => {
    expect(checkSignature(BODY, HEADER, SECRET, later(age))).toMatchObject({
      ok: false,
      reason,
      why: expect.stringContaining(why),
    })
  })

  test('of another secret, or of another body', () => {
    expect(check(HEADER, BODY, OTHER)).toMatchObject({ reason: 'mismatch' })
    expect(check(HEADER, BODY.replace('Q8', 'Q9'))).toMatchObject({ reason: 'mismatch' })
    expect(check(HEADER.replace('t=1', 't=2'))).toMatchObject({ reason: 'mismatch' })
  })

  test('that was made with the secret’s text, without decoding it', () => {
    expect(check(signedWith(SECRET))).toMatchObject({
      reason: 'undecoded-secret',
      todo: expect.stringContaining("Buffer.from(secret, 'base64')"),
    })
  })

  test('where the body was parsed and written anew', () => {
    const pretty = JSON.stringify(JSON.parse(BODY), null, 2)
    const expected = { reason: 'rewritten-body', why: expect.stringContaining('written anew') }
    expect(check(HEADER, pretty)).toMatchObject(expected)
    expect(check(HEADER, Buffer.from(pretty))).toMatchObject(expected)
    expect(check(HEADER, BODY.replace('ö', '\\u00f6'))).toMatchObject(expected)
  })

  test.each([{ event: 'case.created' }, null, 7, [BODY]])('where the body is %j: parsed already', (body) => {
    // As JavaScript can bring it.
    expect(check(HEADER, body as unknown as string)).toMatchObject({
      reason: 'parsed-body',
      todo: expect.stringContaining('raw body'),
    })
  })

  test.each([undefined, null, []])('where the header is %j: there is none', (header) => {
    expect(check(header)).toMatchObject({ reason: 'no-header' })
  })

  test.each([
    ['', 'it has no `t`'],
    ['garbage', 'it has no `t`'],
    [',=,', 'it has no `t`'],
    [`v1=${DIGEST}`, 'it has no `t`'],
    [`T=${SIGNED_AT},v1=${DIGEST}`, 'it has no `t`'],
    [`t=${SIGNED_AT}`, 'it has no `v1`'],
    [`t=${SIGNED_AT},v0=${DIGEST}`, 'it has no `v1`'],
    [`t=${SIGNED_AT}v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=${SIGNED_AT},t=${SIGNED_AT},v1=${DIGEST}`, 'more than one `t`'],
    [`${HEADER}, ${HEADER}`.replace(', ', ','), 'more than one `t`'],
    [`t=now,v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=,v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=-1,v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=1e9,v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=${'9'.repeat(400)},v1=${DIGEST}`, '`t` is no Unix time'],
    [`t=${SIGNED_AT},v1=`, '64 hex digits'],
    [`t=${SIGNED_AT},v1=${DIGEST.slice(1)}`, '64 hex digits'],
    [`t=${SIGNED_AT},v1=${DIGEST}0`, '64 hex digits'],
    [`t=${SIGNED_AT},v1=${DIGEST.toUpperCase()}`, 'lower case'],
    [`t=${SIGNED_AT},v1=${Buffer.from(DIGEST, 'hex').toString('base64')}`, '64 hex digits'],
    [`t=${SIGNED_AT},v1= ${DIGEST}`, '64 hex digits'],
  ])('where the header is %j', (header, why) => {
    expect(check(header)).toMatchObject({ reason: 'header', why: expect.stringContaining(why) })
  })

  test('where there are several headers', () => {
    expect(check([HEADER, HEADER])).toMatchObject({
      reason: 'header',
      why: expect.stringContaining('several'),
    })
  })

  test.each([
    ['', 'empty'],
    [undefined, 'missing'],
    [7, 'not a text'],
    ['whsec_0123', 'not Base64'],
    ['a-b_', 'not Base64'],
    ['YQ', 'not Base64'],
    [`${SECRET}\n`, 'white space'],
  ])('where the secret is %j', (secret, why) => {
    // As JavaScript and environment variables can bring it.
    const verdict = checkSignature(BODY, HEADER, secret as string, later(0))
    expect(verdict).toMatchObject({ reason: 'secret', why: expect.stringContaining(why) })
  })

  test('without a word of the secret', () => {
    const secret = 'not-base64-but-secret'
    expect(JSON.stringify(checkSignature(BODY, HEADER, secret, later(0)))).not.toContain(secret)
  })
})
