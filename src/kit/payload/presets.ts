import deCompany from '../../../fixtures/payloads/de-company.json' with { type: 'json' }
import dkPerson from '../../../fixtures/payloads/dk-person.json' with { type: 'json' }
import gbCompany from '../../../fixtures/payloads/gb-company.json' with { type: 'json' }
import usCompany from '../../../fixtures/payloads/us-company.json' with { type: 'json' }
import usPerson from '../../../fixtures/payloads/us-person.json' with { type: 'json' }

/** A believable debtor of a country, and the currency that a claim against it is in. */
export interface Preset {
  readonly currencyCode: string
  readonly claimDescription: string
  readonly debtor: {
    readonly type: string
    readonly name: string
    readonly countryAlpha2: string
  } & Readonly<Record<string, string>>
}

const PRESETS: readonly Preset[] = [deCompany, dkPerson, gbCompany, usCompany, usPerson]

const isCompany = (type: string) => type.toLowerCase() === 'company'

/**
 * The preset that fits what a test says about its debtor: same country and same type if there is one, else the same
 * country, else the same type with the test's own country in place of the preset's.
 */
export function presetFor(countryAlpha2: unknown, type: unknown): Preset {
  const country = typeof countryAlpha2 === 'string' ? countryAlpha2.toUpperCase() : undefined
  const sameType = (preset: Preset) =>
    typeof type !== 'string' || isCompany(preset.debtor.type) === isCompany(type)
  const sameCountry = (preset: Preset) => preset.debtor.countryAlpha2 === country
  return (
    PRESETS.find((preset) => sameCountry(preset) && sameType(preset)) ??
    // A person's address does as a company's, and the other way round; another country's does not.
    PRESETS.find(sameCountry) ??
    PRESETS.find((preset) => sameType(preset) && (country === undefined || !preset.debtor.stateAlpha2)) ??
    deCompany
  )
}
