import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { addNote as add } from '../../rules/dossier/add-note.ts'
import { keyHolder } from '../../rules/team.ts'

export const addNote = implement(collectionPartnerApi.addNote, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  return {
    ...add(world, record, body),
    caseReference: record.reference,
    visibility: 'Shared',
    createdBy: keyHolder(world, accountId),
  }
})
