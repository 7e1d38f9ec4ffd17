import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DebituraApiError, DebituraTestkitError } from '../../src/errors/index.ts'
import { fromWire, toWire, type WireError } from '../../src/protocol/index.ts'

const text = fc.string({ unit: 'grapheme' })
const parts = fc.record({
  code: fc.constantFrom('DBT_GONE', 'DBT_UNREACHABLE', 'DBT_SETTINGS'),
  what: text,
  why: text,
  todo: text,
})
const refusal = fc.record({
  status: fc.integer({ min: 400, max: 599 }),
  operation: text,
  type: fc.option(text, { nil: undefined }),
  messages: fc.array(text),
  solutionUrl: fc.option(text, { nil: undefined }),
  body: text,
})

/** An error after its way between two processes. */
function crossed(error: unknown): Error {
  return fromWire(JSON.parse(JSON.stringify(toWire(error))) as WireError)
}

describe('an error that crosses between processes', () => {
  it('of the kit keeps its class, its code and every clause', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const error = new DebituraTestkitError({ ...given, cause: new Error('stays at home') })
        const arrived = crossed(error)
        expect(arrived).toBeInstanceOf(DebituraTestkitError)
        expect({ ...arrived, message: arrived.message }).toEqual({ ...error, message: error.message })
      }),
    )
  })

  it('of Debitura keeps all that Debitura said', () => {
    fc.assert(
      fc.property(parts, refusal, (given, said) => {
        const error = new DebituraApiError(said, given)
        const arrived = crossed(error)
        expect(arrived).toBeInstanceOf(DebituraApiError)
        expect({ ...arrived, message: arrived.message }).toEqual({ ...error, message: error.message })
      }),
    )
  })

  it('of any other kind keeps its message, and in its cause its stack, for it is a bug', () => {
    const error = new RangeError('a bug of ours')
    expect(crossed(error)).toMatchObject({
      message: 'The kit failed: a bug of ours',
      cause: { message: 'a bug of ours', stack: error.stack },
    })
  })

  it('may be no error at all', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
        expect(crossed(thrown)).toBeInstanceOf(Error)
      }),
    )
  })
})
