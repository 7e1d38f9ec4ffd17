import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetFor } from '../../../src/kit/payload/presets.ts'

describe('the preset of a debtor', () => {
  it.each([
    [undefined, undefined, 'Weserblick Maschinenbau GmbH', 'EUR'],
    ['DE', 'Company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    ['de', 'company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    ['US', undefined, 'Cedar Ridge Supply Co.', 'USD'],
    ['US', 'Company', 'Cedar Ridge Supply Co.', 'USD'],
    ['US', 'Private', 'Morgan Ellery', 'USD'],
    ['US', 'Person', 'Morgan Ellery', 'USD'],
    ['DK', 'Private', 'Signe Lindholt', 'DKK'],
    ['GB', 'Company', 'Harrow Lane Trading Ltd', 'GBP'],
    [undefined, 'Private', 'Signe Lindholt', 'DKK'],
    [undefined, 'Company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    // No person of this country: its company's address does.
    ['GB', 'Private', 'Harrow Lane Trading Ltd', 'GBP'],
    ['DK', 'Company', 'Signe Lindholt', 'DKK'],
    // No debtor of this country at all: one of the same type.
    ['FR', 'Company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    ['FR', 'Private', 'Signe Lindholt', 'DKK'],
  ])('of country %s and type %s is %s in %s', (country, type, name, currencyCode) => {
    expect(presetFor(country, type)).toMatchObject({ currencyCode, debtor: { name } })
  })

  it('has a state in the United States, and nowhere else', () => {
    const country = fc.oneof(fc.constantFrom('US', 'us', 'DE', 'DK', 'GB'), fc.stringMatching(/^[A-Z]{2}$/))
    const type = fc.constantFrom('Company', 'Private', 'Person', undefined)
    fc.assert(
      fc.property(country, type, (alpha2, kind) => {
        const { debtor } = presetFor(alpha2, kind)
        expect(debtor.stateAlpha2 !== undefined).toBe(alpha2.toUpperCase() === 'US')
      }),
    )
  })
})
