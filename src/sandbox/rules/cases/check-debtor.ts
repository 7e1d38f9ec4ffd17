import { EMAIL } from '../../../contract/shapes/field.ts'
import type { DebtorInput } from '../../../contract/shapes/index.ts'
import { countryOf } from '../../jurisdictions/country.ts'
import { isUsState } from '../../jurisdictions/us-state.ts'
import { type FieldMessages, isBlank } from '../field-messages.ts'

const TYPES = new Set(['company', 'private', 'person'])

/** Whether text is a kind of debtor: `Company`, `Private` or `Person`, in any case. */
export const isDebtorType = (type: string): boolean => TYPES.has(type.toLowerCase())

/** What a debtor needs beyond its type and name; the APIs differ. */
interface DebtorRules {
  /** Fields that may not be blank. */
  readonly required: readonly ('address' | 'city')[]
  readonly companyNeedsContactPerson: boolean
}

/**
 * Finds what is wrong with a debtor. Where the error reference has a message, it is that one.
 * @see docs.debitura.com/referral-partners, error reference
 */
export function checkDebtor(debtor: DebtorInput | undefined, rules: DebtorRules, found: FieldMessages): void {
  if (debtor === undefined) {
    found.add('debtor', 'Debtor information is required')
    return
  }
  const type = debtor.type.toLowerCase()
  if (!isDebtorType(type)) found.add('debtor.type', 'Invalid debtor type')
  if (isBlank(debtor.name)) found.add('debtor.name', 'debtor.name is required.')
  for (const field of rules.required) {
    if (isBlank(debtor[field])) found.add(`debtor.${field}`, `debtor.${field} is required.`)
  }
  if (rules.companyNeedsContactPerson && type === 'company' && isBlank(debtor.contactPerson)) {
    found.add('debtor.contactPerson', 'debtor.contactPerson is required for a company.')
  }
  if (!isBlank(debtor.email) && !EMAIL.test(debtor.email)) {
    found.add('debtor.email', `'${debtor.email}' is not an e-mail address.`)
  }
  checkPlace(debtor, 'debtor.', found)
}

/** Where somebody is, as requests state it. */
type Place = Pick<DebtorInput, 'countryAlpha2' | 'country' | 'stateAlpha2'>

/** Finds what is wrong with a place, whose fields are named with a prefix. */
export function checkPlace(place: Place, prefix: 'debtor.' | '', found: FieldMessages): void {
  // The code wins over the name where both are given.
  const field = isBlank(place.countryAlpha2) && !isBlank(place.country) ? 'country' : 'countryAlpha2'
  const given = place[field]
  const [code, name, state] = [`${prefix}countryAlpha2`, `${prefix}country`, `${prefix}stateAlpha2`] as const
  if (isBlank(given)) {
    found.add(code, prefix === '' ? `${code} is required.` : `${code} or ${name} is required.`)
    return
  }
  const country = countryOf(given)
  if (field === 'countryAlpha2' && (country === undefined || given.trim().length !== 2)) {
    found.add(code, `Invalid country code: ${given}`)
  } else if (country === undefined) {
    found.add(name, `Unknown country: ${given}. Use ${code} instead.`)
  } else if (country.alpha2 === 'US') {
    if (isBlank(place.stateAlpha2)) {
      found.add(state, `A state code (${state}) is required for US debtors`)
    } else if (!isUsState(place.stateAlpha2)) {
      found.add(state, `'${place.stateAlpha2}' is not a state of the US.`)
    }
  }
}
