import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readErrorBody } from '../../src/debitura/error-body.ts'

const read = (body: unknown) => readErrorBody(JSON.stringify(body))
const sentence = fc.stringMatching(/^[A-Z][a-z]+ [a-z]+[ a-z]{0,20}\.$/)

describe('the shapes of an error body', () => {
  it('business errors beside the older label and message', () => {
    const businessErrors = [
      { type: 'CreditorBlocked', message: 'Blocked.', solutionUrl: 'https://app.example/x' },
    ]
    expect(read({ error: 'Blocked.', message: 'Blocked.', businessErrors })).toEqual({
      type: 'CreditorBlocked',
      messages: ['Blocked.'],
      solutionUrl: 'https://app.example/x',
    })
  })

  it('business errors with a place to sign', () => {
    const businessErrors = [{ type: 'MissingPowerOfAttorney', message: 'Sign.', solutionUrl: null }]
    expect(read({ businessErrors, signingHandoff: { combinedSigningUrl: 'https://sign.example' } })).toEqual({
      type: 'MissingPowerOfAttorney',
      messages: ['Sign.'],
      solutionUrl: 'https://sign.example',
    })
  })

  it('field errors, nested ones too', () => {
    expect(read({ Users: ['At least one.'], 'debtor.email': ['Bad.', 'Long.'] }).messages).toEqual([
      'Users: At least one.',
      'debtor.email: Bad.',
      'debtor.email: Long.',
    ])
    expect(read({ message: 'Invalid.', validationErrors: { 'Cases[0].Date': ['Late.'] } })).toEqual({
      type: undefined,
      messages: ['Invalid.', 'Cases[0].Date: Late.'],
      solutionUrl: undefined,
    })
  })

  it('a business rule that looks like a field', () => {
    expect(read({ BusinessRule: ['No partner there.'] }).messages).toEqual(['No partner there.'])
  })

  it('RFC 7807, whose type is no type of Debitura', () => {
    const problem = {
      type: 'https://example.com/probs/400',
      title: 'Malformed.',
      status: 400,
      detail: 'At 1:7.',
    }
    expect(read({ ...problem, traceId: '00-1', errors: { $: ['No comma.'] } })).toEqual({
      type: undefined,
      messages: ['Malformed.', 'At 1:7.', '$: No comma.'],
      solutionUrl: undefined,
    })
  })

  it('a client conflict, flat or wrapped', () => {
    const conflict = {
      type: 'ClientExistsNeedsLinking',
      message: 'Ask.',
      data: {
        externalTenantId: 'acme',
        onboardingLinks: { url: 'https://approve.example' },
        isAttributedClient: false,
      },
    }
    const said = {
      type: 'ClientExistsNeedsLinking',
      messages: ['Ask.'],
      solutionUrl: 'https://approve.example',
    }
    expect(read(conflict)).toEqual(said)
    expect(read({ conflictResponse: conflict })).toEqual(said)
  })

  it('a rate limit', () => {
    expect(read({ error: 'rate_limit_exceeded', message: 'Too many.', retryAfter: 42 })).toEqual({
      type: 'rate_limit_exceeded',
      messages: ['Too many.'],
      solutionUrl: undefined,
    })
  })

  it.each([
    ['', []],
    ['null', []],
    ['"Gone."', ['Gone.']],
    ['Bad gateway', ['Bad gateway']],
    ['<html><head><title>502 Bad Gateway</title></head></html>', ['502 Bad Gateway']],
    ['<p>?</p>', ['an HTML page']],
    ['{"error":', ['{"error":']],
  ])('%j', (text, messages) => {
    expect(readErrorBody(text)).toEqual({ type: undefined, messages, solutionUrl: undefined })
  })
})

describe('whatever comes', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readErrorBody(text)))
    expect(readErrorBody('['.repeat(100_000) + ']'.repeat(100_000)).messages).toEqual([])
  })

  it('never loses a message', () => {
    const business = fc.array(
      fc.record({
        type: fc.constantFrom('One', 'Two', null),
        message: sentence,
        solutionUrl: fc.constant(null),
      }),
    )
    const fields = fc.dictionary(
      fc.constantFrom(
        'Name',
        'Users[0].Email',
        'amount',
        'externalTenantId',
        'status',
        'url',
        'type',
        'error',
      ),
      fc.array(sentence),
    )
    const bodies = fc.record(
      {
        error: sentence,
        message: sentence,
        title: sentence,
        detail: sentence,
        businessErrors: business,
        validationErrors: fields,
        errors: fields,
        Amount: fc.array(sentence),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(bodies, (body) => {
        const shown = read(body).messages.join('\n')
        for (const said of JSON.stringify(body).match(/[A-Z][a-z]+ [ a-z]+\./g) ?? [])
          expect(shown).toContain(said.trim())
      }),
    )
  })
})
