import { type Country, countryOf } from './country.ts'
import { US_STATES } from './us-state.ts'

/** A place with rules of its own for collection: a country, or a state of the US. */
export interface Jurisdiction {
  readonly id: number
  /** `Denmark`, or `United States - California`. */
  readonly name: string
  readonly country: string
  readonly countryId: number
  readonly countryAlpha2: string
  readonly stateAlpha2: string | null
  readonly hasPartner: boolean
  /** Percentage points that it adds to the standard success fee. */
  readonly feePoints: number
  readonly needsPowerOfAttorney: boolean
  readonly needsKyc: boolean
}

/**
 * The countries of the table, each with the points that it adds to the standard success fee. The real ones depend on the
 * partner and the zone; these are the sandbox's own.
 */
const COUNTRIES =
  'AE:5 AQ:0 AT:0 AU:3 BE:0 BG:2 BR:6 CA:3 CH:1 CY:2 CZ:0 DE:0 DK:0 EE:0 ES:0 FI:0 FR:0 GB:0 GI:3 GR:2 HR:2 HU:1 ' +
  'IE:0 IN:6 IS:1 IT:1 JP:5 LT:0 LU:0 LV:0 MT:2 MX:6 NL:0 NO:0 NZ:3 PL:0 PT:1 RO:2 SE:0 SG:4 SI:1 SK:1 TR:5 ZA:5'

/** What the states of the US add, and what a country adds that is not in the table. */
const US_POINTS = 0
const OTHER_POINTS = 6

/** Where the partner asks for a power of attorney: two places that few tests go by accident. */
const POWER_OF_ATTORNEY = new Set(['GR', 'GI'])

/** Where it asks to know the client's director too. The United Kingdom is a choice: see `ukNeedsKyc`. */
const KYC = new Set(['GI'])

/** The one place in the table that nobody collects in. Nobody does on the real service. */
const WITHOUT_PARTNER = 'AQ'

/** States have numbers above those of countries. */
const FIRST_COUNTRY = 1_000
const FIRST_STATE = 2_000

/** A country's own jurisdiction, whether it is in the table or not. */
export function jurisdictionOfCountry(
  { id: countryId, alpha2, name }: Country,
  feePoints: number = OTHER_POINTS,
): Jurisdiction {
  return {
    id: FIRST_COUNTRY + countryId,
    name,
    country: name,
    countryId,
    countryAlpha2: alpha2,
    stateAlpha2: null,
    hasPartner: alpha2 !== WITHOUT_PARTNER,
    feePoints,
    needsPowerOfAttorney: POWER_OF_ATTORNEY.has(alpha2),
    needsKyc: KYC.has(alpha2),
  }
}

let table: readonly Jurisdiction[] | undefined

/** The jurisdictions that coverage lists, by name. Made when first asked for. */
export function jurisdictions(): readonly Jurisdiction[] {
  table ??= [...listedCountries(), ...states()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return table
}

function listedCountries(): Jurisdiction[] {
  return COUNTRIES.split(' ').map((entry) => {
    const [alpha2 = '', points] = entry.split(':')
    return jurisdictionOfCountry(known(alpha2), Number(points))
  })
}

function states(): Jurisdiction[] {
  const us = jurisdictionOfCountry(known('US'), US_POINTS)
  return US_STATES.map(({ alpha2, name }, index) => ({
    ...us,
    id: FIRST_STATE + index,
    name: `${us.country} - ${name}`,
    stateAlpha2: alpha2,
  }))
}

function known(alpha2: string): Country {
  const country = countryOf(alpha2)
  if (country === undefined) throw new Error(`The table names no country: ${alpha2}`)
  return country
}
