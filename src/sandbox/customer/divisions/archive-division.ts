import { customerApi } from '../../../contract/operations/index.ts'
import { type Handler, implement } from '../../http/implement.ts'
import { ownDivision } from '../../rules/divisions/own-division.ts'
import { archiveDivision as archive } from '../../rules/divisions/retire-division.ts'
import { divisionView } from '../../views/division-view.ts'

const handle: Handler<typeof customerApi.archiveDivision> = ({ world, accountId, path }) =>
  divisionView(archive(world, ownDivision(world, accountId, path.id)), 'zoned')

export const archiveDivision = implement(customerApi.archiveDivision, handle)

export const archiveDivisionByVerb = implement(customerApi.archiveDivisionByVerb, handle)
