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
    ['DK', 'Company', 'Sundkrogen Handel ApS', 'DKK'],
    ['DK', 'Private', 'Signe Lindholt', 'DKK'],
    ['DE', 'Private', 'Henrike Vosskamp', 'EUR'],
    ['GB', 'Company', 'Harrow Lane Trading Ltd', 'GBP'],
    ['GB', 'Private', 'Rowan Aldous', 'GBP'],
    [undefined, 'Private', 'Henrike Vosskamp', 'EUR'],
    [undefined, 'Company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    // No debtor of this country at all: one of the same type.
    ['FR', 'Company', 'Weserblick Maschinenbau GmbH', 'EUR'],
    ['FR', 'Private', 'Henrike Vosskamp', 'EUR'],
  ])('of country %s and type %s is %s in %s', (country, type, name, currencyCode) => {
    expect(presetFor(country, type)).toMatchObject({ currencyCode, debtor: { name } })
  })

  it('has a contact where it is a company, and none where it is a person', () => {
    const country = fc.constantFrom('US', 'DE', 'DK', 'GB', 'FR', undefined)
    fc.assert(
      fc.property(country, fc.constantFrom('Company', 'Private'), (alpha2, type) => {
        const { debtor } = presetFor(alpha2, type)
        expect(debtor.type).toBe(type)
        expect(debtor.contactPerson !== undefined).toBe(type === 'Company')
      }),
    )
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
