import type { CreateClientRequest } from '../../../contract/shapes/index.ts'
import { fieldName } from '../../http/body-problems.ts'
import { badRequest, invalidFields, Refusal } from '../../http/refusal.ts'
import { countryOf } from '../../jurisdictions/country.ts'
import type { World } from '../../store/world.ts'
import { caseProblems } from '../cases/check-case.ts'

/**
 * Refuses a client whose fields do not hold. The messages are those of the error reference.
 * @see docs.debitura.com/referral-partners, error reference
 */
export function refuseInvalidClient(request: CreateClientRequest, world: World): void {
  const onboarding = request.users.filter((user) => user.isOnboardingUser === true).length
  if (onboarding > 1) throw invalidFields({ Users: ['Only one user can be marked as IsOnboardingUser'] })
  if (request.users.length > 1 && onboarding === 0) {
    throw invalidFields({
      Users: ['When multiple users provided, exactly one must have IsOnboardingUser=true'],
    })
  }
  const { country } = request.client
  if (countryOf(country) === undefined) throw badRequest('ValidationError', `Unknown country: ${country}`)
  refuseInvalidCases(request, world)
}

/** One case that does not hold aborts the whole request, and no client is made. */
function refuseInvalidCases({ cases }: CreateClientRequest, world: World): void {
  const problems: Record<string, string[]> = {}
  const references = new Set<string>()
  for (const [index, request] of (cases ?? []).entries()) {
    for (const [field, messages] of Object.entries(caseProblems(request, world) ?? {})) {
      problems[fieldName('referral-partner', `Cases[${index}].${field}`)] = messages
    }
    const { creditorReference } = request
    if (creditorReference == null) continue
    if (references.has(creditorReference)) {
      problems[`Cases[${index}].CreditorReference`] = [`'${creditorReference}' is in the request twice.`]
    }
    references.add(creditorReference)
  }
  if (Object.keys(problems).length > 0) throw caseValidationFailed(problems)
}

function caseValidationFailed(validationErrors: Readonly<Record<string, string[]>>): Refusal {
  const message = 'Case validation failed'
  const businessErrors = [{ type: 'ValidationError', message, solutionUrl: null }]
  return new Refusal(400, { error: 'ValidationError', message, businessErrors, validationErrors })
}
