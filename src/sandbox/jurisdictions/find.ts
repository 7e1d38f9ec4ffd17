import type { World } from '../store/world.ts'
import { countryOf } from './country.ts'
import { type Jurisdiction, jurisdictionOfCountry, jurisdictions } from './table.ts'
import { usStateOf } from './us-state.ts'

/** A place as requests state it. The code wins over the name. */
interface Place {
  readonly countryAlpha2?: string | null | undefined
  readonly country?: string | null | undefined
  readonly stateAlpha2?: string | null | undefined
}

let byPlace: ReadonlyMap<string, Jurisdiction> | undefined

const placeKey = (countryAlpha2: string, stateAlpha2: string | null | undefined) =>
  `${countryAlpha2} ${stateAlpha2 ?? ''}`

function listed(countryAlpha2: string, stateAlpha2: string | null | undefined): Jurisdiction | undefined {
  byPlace ??= new Map(
    jurisdictions().map((one) => [placeKey(one.countryAlpha2, one.stateAlpha2), one] as const),
  )
  return byPlace.get(placeKey(countryAlpha2, stateAlpha2))
}

/** The jurisdiction of a place; `undefined` for a country that does not exist, or a US place without a state. */
export function jurisdictionOf({ countryAlpha2, country, stateAlpha2 }: Place): Jurisdiction | undefined {
  const found = countryOf(countryAlpha2?.trim() || country || '')
  if (found === undefined) return undefined
  if (found.alpha2 !== 'US') return listed(found.alpha2, null) ?? jurisdictionOfCountry(found)
  const state = usStateOf(stateAlpha2 ?? '')
  return state && listed('US', state.alpha2)
}

/** Whether a collection partner takes cases of a jurisdiction. */
export function isCovered({ behaviours }: World, jurisdiction: Jurisdiction): boolean {
  const { countryAlpha2, stateAlpha2, hasPartner } = jurisdiction
  if (!hasPartner) return false
  return behaviours.unlistedCountries === 'covered' || listed(countryAlpha2, stateAlpha2) !== undefined
}

/** Why nobody collects in a jurisdiction. */
export const noPartnerIn = ({ name }: Jurisdiction): string => `No collection partner takes cases in ${name}.`

/** Whether the partner of a jurisdiction takes a client's cases only once it knows who directs the client. */
export const needsKyc = ({ behaviours }: World, { countryAlpha2, needsKyc }: Jurisdiction): boolean =>
  needsKyc || (countryAlpha2 === 'GB' && behaviours.ukNeedsKyc)

/** A jurisdiction in the table, by its number. */
export const jurisdictionById = (id: number): Jurisdiction | undefined =>
  jurisdictions().find((one) => one.id === id)

/** The jurisdiction that words fit best: a code or a name first, then any name that has them in it. */
export function searchJurisdiction(words: string): Jurisdiction | undefined {
  const text = words.trim().toLowerCase()
  const namesOf = ({ name, country, countryAlpha2, stateAlpha2 }: Jurisdiction) =>
    stateAlpha2 === null
      ? [countryAlpha2, country]
      : [`${countryAlpha2}-${stateAlpha2}`, stateAlpha2, name, name.slice(country.length + 3)]
  // The code of a country wins over the code of a state: `CA` is Canada.
  const countriesFirst = jurisdictions().toSorted(
    (a, b) => Number(a.stateAlpha2 !== null) - Number(b.stateAlpha2 !== null),
  )
  return (
    countriesFirst.find((one) => namesOf(one).some((name) => name.toLowerCase() === text)) ??
    countriesFirst.find((one) => one.name.toLowerCase().includes(text))
  )
}
