import fc from 'fast-check'
import type { Schema } from '../../../src/contract/operations/index.ts'

/** As much of a Valibot schema as it takes to make a value. */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>>
  readonly item?: Shape
  readonly wrapped?: Shape
  readonly pipe?: readonly Shape[]
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly metadata?: { readonly format?: string }
}

/** Bodies that a schema takes, or nearly: most have their properties and their types right, some values are odd. */
export const bodyOf = (schema: Schema): fc.Arbitrary<unknown> =>
  // A Valibot schema is plain data; these are the fields that its own functions read.
  valueFor(schema as unknown as Shape)

const seldom = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: odd, weight: 1 })

function valueFor(shape: Shape): fc.Arbitrary<unknown> {
  const { entries, item, wrapped, options, literal } = shape
  switch (shape.type) {
    case 'string':
      return seldom(textOf(shape), oddValue)
    case 'number':
      return seldom(fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.double(), fc.integer()), oddValue)
    case 'boolean':
      return seldom(fc.boolean(), oddValue)
    case 'optional':
    case 'nullish':
    case 'nullable':
      return wrapped === undefined ? oddValue : fc.option(valueFor(wrapped), { nil: undefined, freq: 2 })
    case 'array':
      return item === undefined ? oddValue : seldom(fc.array(valueFor(item), { maxLength: 3 }), oddValue)
    case 'object':
      return entries === undefined ? oddValue : objectOf(entries)
    case 'picklist':
      return seldom(fc.constantFrom(...(options ?? [])), oddValue)
    case 'literal':
      return fc.constant(literal)
    default:
      return oddValue
  }
}

function objectOf(entries: Readonly<Record<string, Shape>>): fc.Arbitrary<unknown> {
  const properties = Object.entries(entries).map(([name, shape]) => [name, valueFor(shape)])
  return seldom(
    fc.record(Object.fromEntries(properties)),
    fc.oneof(oddValue, fc.record(Object.fromEntries(properties), { requiredKeys: [] })),
  )
}

const WORDS = [
  ...['Company', 'Person', 'Private', 'DE', 'US', 'CA', 'Germany', 'EUR', 'USD', 'Acme Ltd', 'London'],
  ...['Active', 'Closed:Paid', 'Closed:NoPayment', 'Paid', 'PartiallyPaid', 'Creditor', 'CollectionPartner'],
  ...['case.created', 'case.updated', 'payment.created', 'suite-run-1', 'acme', '2026-01-15', '', ' '],
  ...['ada@acme.example.com', 'https://hooks.example.com/x', 'http://127.0.0.1:9/x', 'Unpaid', 'Paid'],
]

function textOf({ pipe = [] }: Shape): fc.Arbitrary<string> {
  switch (pipe.find(({ metadata }) => metadata?.format !== undefined)?.metadata?.format) {
    case 'uuid':
      return fc.uuid()
    case 'date-time':
    case 'date':
      return fc.oneof(fc.constant('2026-01-15'), anyDate)
    case 'email':
      return fc.emailAddress()
    default:
      return fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 30 }))
  }
}

const anyDate = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())

/** Values that fit nowhere, or everywhere. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, '', [], {}, 0, -1, 1e308, -0.001, Number.MAX_SAFE_INTEGER, '\u0000', '\ud800'),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constant('x'.repeat(5_000)),
)
