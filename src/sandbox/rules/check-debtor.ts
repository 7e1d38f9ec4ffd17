import { EMAIL } from '../../contract/shapes/field.ts'
import type { DebtorInput } from '../../contract/shapes/index.ts'
import { countryOf } from './country.ts'
import { type FieldMessages, isBlank } from './field-messages.ts'
import { isUsState } from './us-state.ts'

const TYPES = new Set(['company', 'private', 'person'])

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
  if (!TYPES.has(type)) found.add('debtor.type', 'Invalid debtor type')
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
  checkPlace(debtor, found)
}

function checkPlace(debtor: DebtorInput, found: FieldMessages): void {
  // The code wins over the name where both are given.
  const field = isBlank(debtor.countryAlpha2) && !isBlank(debtor.country) ? 'country' : 'countryAlpha2'
  const given = debtor[field]
  if (isBlank(given)) {
    found.add('debtor.countryAlpha2', 'debtor.countryAlpha2 or debtor.country is required.')
    return
  }
  const country = countryOf(given)
  if (field === 'countryAlpha2' && (country === undefined || given.trim().length !== 2)) {
    found.add('debtor.countryAlpha2', `Invalid country code: ${given}`)
  } else if (country === undefined) {
    found.add('debtor.country', `Unknown country: ${given}. Use debtor.countryAlpha2 instead.`)
  } else if (country.alpha2 === 'US') {
    if (isBlank(debtor.stateAlpha2)) {
      found.add('debtor.stateAlpha2', 'A state code (debtor.stateAlpha2) is required for US debtors')
    } else if (!isUsState(debtor.stateAlpha2)) {
      found.add('debtor.stateAlpha2', `'${debtor.stateAlpha2}' is not a state of the US.`)
    }
  }
}
