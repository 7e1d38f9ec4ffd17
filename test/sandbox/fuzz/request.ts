import fc from 'fast-check'
import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../../src/contract/operations/index.ts'
import type { ApiName } from '../../../src/contract/words/index.ts'
import { bodyOf, oddValue } from './body-of.ts'
import { type Examples, nameOf, placeOf } from './examples.ts'

/** A request as it is sent. `<id>` in a path stands for an id of something that exists. */
export interface FuzzedRequest {
  readonly api: ApiName
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
  /** The operation that the request started out from. */
  readonly operation: Operation
}

export const OPERATIONS: readonly Operation[] = [
  ...Object.values(customerApi),
  ...Object.values(referralPartnerApi),
  ...Object.values(collectionPartnerApi),
]

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '.',
    '..',
    '%',
    '%00',
    '%zz',
    '%2f',
    '%2e%2e',
    '-1',
    '0',
    '1e9',
    'NaN',
    'null',
    '{id}',
    'ÿ',
  ),
)

/** Text for a parameter in a path: mostly of the right kind. */
const pathValue = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constant(`<${name}>`), weight: 6 },
    { arbitrary: fc.uuid(), weight: 2 },
    { arbitrary: oddText.map(encoded), weight: 1 },
    { arbitrary: fc.constantFrom('%zz', '%', '%e4', '..%2f..', '\\', '1', ':', ':test', '%00'), weight: 1 },
  )

/** Half a surrogate pair cannot be written in UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '?')

const encoded = (text: string): string => encodeURIComponent(wellFormed(text))

const queryValue = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom('1', '10', '100', '101', 'true', 'FALSE', 'Active', 'Pending Verification', 'a,b,,c', ''),
  fc.constantFrom(
    '2026-01-01',
    '2026-01-01T00:00:00+02:00',
    'DateCreated:desc',
    'Nothing:sideways',
    'suite-run-1',
  ),
  fc.uuid(),
  oddText,
)

function queryOf({ query }: Operation): fc.Arbitrary<string> {
  const names = [...Object.keys(query), 'tag', 'Page', 'unknown']
  const name = fc
    .constantFrom(...names)
    .chain((one) => fc.constantFrom(one, one.toLowerCase(), `${one}[]`, `${one}[0]`))
  const pair = fc.tuple(name, queryValue).map(([key, value]) => `${key}=${encoded(value)}`)
  const raw = fc.constantFrom('&', '=', '?', 'Page', '%=%', 'Page=%zz', 'a=b=c', '#')
  // Pairs come twice by chance.
  return fc
    .array(fc.oneof({ arbitrary: pair, weight: 9 }, { arbitrary: raw, weight: 1 }), { maxLength: 4 })
    .map((parts) => (parts.length === 0 ? '' : `?${parts.join('&')}`))
}

function pathOf(operation: Operation): fc.Arbitrary<string> {
  const pieces = operation.path.split(/(\{\w+\})/)
  const filled = fc
    .tuple(
      ...pieces.map((piece) => (piece.startsWith('{') ? pathValue(piece.slice(1, -1)) : fc.constant(piece))),
    )
    .map((parts) => parts.join(''))
  const bent = filled.chain((path) =>
    fc.constantFrom(
      `${path}/`,
      `${path}//`,
      path.toUpperCase(),
      `/x${path}`,
      `${path}/x`,
      path.slice(0, -1) || '/',
    ),
  )
  return fc.oneof({ arbitrary: filled, weight: 12 }, { arbitrary: bent, weight: 1 })
}

/** A path and a query: those of an example, or drawn ones. */
function targetOf(operation: Operation, { targets }: Examples): fc.Arbitrary<string> {
  const drawn = fc.tuple(pathOf(operation), queryOf(operation)).map((parts) => parts.join(''))
  const known = targets.get(placeOf(operation)) ?? []
  return known.length === 0 ? drawn : fc.oneof(drawn, fc.constantFrom(...known))
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const

const FITTING_TYPES = { json: 'application/json', multipart: 'multipart/form-data; boundary=x' } as const

const contentType = ({ bodyType }: Operation) =>
  fc.oneof(
    { arbitrary: fc.constant(FITTING_TYPES[bodyType]), weight: 12 },
    {
      arbitrary: fc.constantFrom(
        ...['application/json-patch+json', 'text/json; charset=utf-8', 'application/x+json', 'text/plain'],
        ...['multipart/form-data; boundary=x', 'multipart/form-data', 'application/json; charset=utf-16', ''],
      ),
      weight: 4,
    },
  )

const headersOf = (operation: Operation) =>
  fc
    .record({
      key: fc.oneof(
        { arbitrary: fc.constant('<key>'), weight: 60 },
        {
          arbitrary: fc.constantFrom('', 'real-looking-key', 'sandbox-', 'sandbox-ü', '<key>.other'),
          weight: 1,
        },
      ),
      type: contentType(operation),
      // Few keys, so that requests meet each other's.
      idempotency: fc.option(fc.constantFrom('a', 'b', 'c', '', 'k'.repeat(255), 'k'.repeat(256)), {
        freq: 2,
      }),
      bearer: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 60 },
        { arbitrary: fc.constantFrom('Bearer ', 'Bearer x.y.z', 'bearer a.b', 'Basic eA=='), weight: 1 },
      ),
    })
    .map(({ key, type, idempotency, bearer }) => {
      const headers: [string, string][] = [['XApiKey', key]]
      if (type !== '') headers.push(['Content-Type', type])
      if (idempotency !== null) headers.push(['Idempotency-Key', idempotency])
      if (bearer !== undefined) headers.push(['Authorization', bearer])
      return headers
    })

/** Nested as deep as no document is. */
const deep = fc
  .record({ depth: fc.constantFrom(100, 5_000, 100_000), property: fc.constantFrom('debtor', 'unknown', '') })
  .map(({ depth, property }) => {
    const nested = '['.repeat(depth) + ']'.repeat(depth)
    return property === '' ? nested : `{"currencyCode":"EUR","${property}":${nested}}`
  })

const LIMIT_BYTES = 1_048_576
/** At the limit, and one byte over it. */
const large = fc
  .constantFrom(LIMIT_BYTES, LIMIT_BYTES + 1, 2 * LIMIT_BYTES)
  .map((size) => `{"comments":"${'x'.repeat(size - '{"comments":""}'.length)}"}`)

const garbage: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => wellFormed(text)), weight: 20 },
  { arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)), weight: 20 },
  {
    arbitrary: fc.constantFrom(
      '{',
      'null',
      '[]',
      '1',
      '"x"',
      '{"a":1,"a":2}',
      '\ufeff{}',
      '{"__proto__":{"x":1}}',
    ),
    weight: 20,
  },
  {
    arbitrary: fc.constantFrom(
      '--x--',
      '--x\r\n\r\n\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name="File"; filename="a.pdf"\r\n\r\nabc\r\n--x--\r\n',
    ),
    weight: 10,
  },
  { arbitrary: deep, weight: 3 },
  { arbitrary: large, weight: 1 },
)

/** A form with a file, as it is sent under `multipart/form-data; boundary=x`. */
const FORM =
  '--x\r\nContent-Disposition: form-data; name="File"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n'

/** An example with one property made odd, or none. */
const exampleOf = (example: object): fc.Arbitrary<unknown> =>
  fc
    .record({ property: fc.constantFrom('', ...Object.keys(example)), value: oddValue })
    .map(({ property, value }) => (property === '' ? example : { ...example, [property]: value }))

function bodyFor(operation: Operation, { bodies }: Examples): fc.Arbitrary<FuzzedRequest['body']> {
  const { body, bodyType } = operation
  const example = bodies.get(nameOf(operation))
  const drawn = body === undefined ? oddValue : bodyOf(body)
  const fitting = fc.oneof(
    { arbitrary: example === undefined ? drawn : exampleOf(example), weight: 6 },
    { arbitrary: drawn, weight: 6 },
    { arbitrary: oddValue, weight: 1 },
  )
  const written = fitting.map((value) => JSON.stringify(value))
  return fc.oneof(
    { arbitrary: bodyType === 'multipart' ? fc.constant(FORM) : written, weight: 12 },
    { arbitrary: garbage, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: body === undefined ? 12 : 1 },
  )
}

function requestFor(operation: Operation, examples: Examples): fc.Arbitrary<FuzzedRequest> {
  return fc
    .record({
      method: fc.oneof(
        { arbitrary: fc.constant(operation.method), weight: 20 },
        { arbitrary: fc.constantFrom(...METHODS), weight: 1 },
      ),
      path: targetOf(operation, examples),
      headers: headersOf(operation),
      body: bodyFor(operation, examples),
    })
    .map((request) => ({ ...request, api: operation.api, operation }))
}

/** Requests of every kind to every operation, most of them nearly right. */
export const fuzzedRequest = (examples: Examples): fc.Arbitrary<FuzzedRequest> =>
  fc.oneof(...OPERATIONS.map((operation) => requestFor(operation, examples)))
