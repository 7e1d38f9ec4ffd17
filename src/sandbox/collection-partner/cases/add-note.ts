import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { addNote as add } from '../../rules/dossier/add-note.ts'
import { teamOf } from '../../rules/team.ts'

export const addNote = implement(collectionPartnerApi.addNote, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  // A key belongs to no person: what is done with it counts as the team's first member's doing.
  const [author] = teamOf(world, accountId)
  return {
    ...add(world, record, body),
    caseReference: record.reference,
    visibility: 'Shared',
    createdBy: { userId: author?.number ?? 0, userName: author?.name ?? null },
  }
})
