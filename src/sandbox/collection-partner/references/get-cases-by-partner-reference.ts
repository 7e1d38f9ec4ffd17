import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { productionCase } from '../../rules/cases/collected-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

/** References that one request may ask for. @see Collection Partner API, `GET /cases/by-partner-reference` */
const REFERENCES_MAX = 100

export const getCasesByPartnerReference = implement(
  collectionPartnerApi.getCasesByPartnerReference,
  ({ world, accountId, query }) => {
    const references = query.list('references')
    if (references.length === 0) throw badRequest('MissingReferences', 'references is required.')
    if (references.length > REFERENCES_MAX)
      throw badRequest('TooManyReferences', `references takes at most ${REFERENCES_MAX} of them.`)
    const style = readStyle(world)
    return Object.fromEntries(
      references.flatMap((reference) => {
        const record = productionCase(accountId, world.cases.withPartnerReference(accountId, reference))
        return record === undefined ? [] : [[reference, caseView(world, record, style)]]
      }),
    )
  },
)
