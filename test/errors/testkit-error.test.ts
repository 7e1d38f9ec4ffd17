import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { DebituraApiError, DebituraTestkitError, type Refusal } from '../../src/errors/index.ts'

const parts = {
  code: 'DBT_GONE',
  what: 'Failed to use case 7',
  why: 'it was deleted',
  todo: 'Make a new one',
} as const

const refusal: Refusal = {
  status: 422,
  operation: 'POST /cases',
  type: 'NoPartnerAvailable',
  messages: ['No partner takes it.'],
  solutionUrl: 'https://app.debitura.example/put-it-right',
  body: '{}',
}

describe('an error of the kit', () => {
  it('says what happened, why, and what to do', () => {
    const cause = new Error('the socket closed')
    const error = new DebituraTestkitError({ ...parts, cause })
    expect(error).toMatchObject({ ...parts, name: 'DebituraTestkitError', cause })
    expect(error.message).toBe('Failed to use case 7: it was deleted. Make a new one.')
  })

  it('has no cause where none was given', () => {
    expect(new DebituraTestkitError(parts)).not.toHaveProperty('cause')
  })

  it('ends each clause with a full stop, unless the clause ends one itself', () => {
    const clause = fc.stringMatching(/^[a-z][a-z ]*[a-z]$/)
    const ending = fc.constantFrom('', '.', '!', '?', '…')
    fc.assert(
      fc.property(clause, ending, clause, ending, (why, whyEnd, todo, todoEnd) => {
        const { message } = new DebituraTestkitError({ ...parts, why: why + whyEnd, todo: todo + todoEnd })
        expect(message).toBe(`${parts.what}: ${why}${whyEnd || '.'} ${todo}${todoEnd || '.'}`)
      }),
    )
  })

  it('is recognised by another copy of the package', async () => {
    vi.resetModules()
    const copy = await import('../../src/errors/index.ts')
    expect(copy.DebituraTestkitError).not.toBe(DebituraTestkitError)
    expect(new DebituraTestkitError(parts)).toBeInstanceOf(copy.DebituraTestkitError)
    expect(new copy.DebituraTestkitError(parts)).toBeInstanceOf(DebituraTestkitError)
    expect(new DebituraApiError(refusal, parts)).toBeInstanceOf(copy.DebituraApiError)
    expect(new DebituraTestkitError(parts)).not.toBeInstanceOf(copy.DebituraApiError)
  })

  it('shows no brand in print-outs', () => {
    expect(Object.getOwnPropertySymbols(new DebituraTestkitError(parts)).map(String)).toEqual([
      'Symbol(debitura-testkit.error)',
    ])
    expect({ ...new DebituraTestkitError(parts) }).toEqual({ ...parts, name: 'DebituraTestkitError' })
  })

  it.each([null, undefined, 'DBT_GONE', 7, {}, parts, new Error('x')])('%j is none', (value) => {
    expect((value as unknown) instanceof DebituraTestkitError).toBe(false)
    expect((value as unknown) instanceof DebituraApiError).toBe(false)
  })
})

describe('a refusal by Debitura', () => {
  it('carries what Debitura said', () => {
    const error = new DebituraApiError(refusal, parts)
    expect(error).toMatchObject({ ...refusal, code: 'DBT_API_ERROR', name: 'DebituraApiError' })
    expect(error).toBeInstanceOf(DebituraTestkitError)
    expect(error).toBeInstanceOf(Error)
  })
})
