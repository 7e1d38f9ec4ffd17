import deCompany from '../../../fixtures/payloads/de-company.json' with { type: 'json' }
import dePerson from '../../../fixtures/payloads/de-person.json' with { type: 'json' }
import dkCompany from '../../../fixtures/payloads/dk-company.json' with { type: 'json' }
import dkPerson from '../../../fixtures/payloads/dk-person.json' with { type: 'json' }
import gbCompany from '../../../fixtures/payloads/gb-company.json' with { type: 'json' }
import gbPerson from '../../../fixtures/payloads/gb-person.json' with { type: 'json' }
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

/** For each country a company and a person: Debitura wants a company's contact, and no person has one. */
const PRESETS: readonly Preset[] = [
  deCompany,
  dePerson,
  dkCompany,
  dkPerson,
  gbCompany,
  gbPerson,
  usCompany,
  usPerson,
]

const isCompany = (type: string) => type.toLowerCase() === 'company'

/**
 * The preset that fits what a test says about its debtor: of its country and its type; where there is none of the
 * country, one of the type, and the test's own country takes the place of the preset's.
 */
export function presetFor(countryAlpha2: unknown, type: unknown): Preset {
  const country = typeof countryAlpha2 === 'string' ? countryAlpha2.toUpperCase() : undefined
  const sameType = (preset: Preset) =>
    typeof type !== 'string' || isCompany(preset.debtor.type) === isCompany(type)
  const sameCountry = (preset: Preset) => preset.debtor.countryAlpha2 === country
  return (
    PRESETS.find((preset) => sameCountry(preset) && sameType(preset)) ??
    PRESETS.find((preset) => sameType(preset) && (country === undefined || !preset.debtor.stateAlpha2)) ??
    deCompany
  )
}
