import type { CaseValidation } from '../../contract/shapes/index.ts'
import type { CaseRecord } from '../store/case-record.ts'
import { type TimeStyle, writtenOrNull } from './timestamp.ts'

/** Whether Debitura waits for information about a case. */
export const needsInfo = ({ lifecycle }: CaseRecord): boolean => lifecycle === 'NeedsAdditionalDetails'

/** What Debitura waits for. The creditor answers in the case's chat. */
export function validationView(record: CaseRecord, style: TimeStyle): CaseValidation {
  if (!needsInfo(record)) return { needsInfo: false, creditorRespondedAt: null, items: [] }
  const answer = record.dossier?.chats.findLast(({ from }) => from === 'creditor')
  return {
    needsInfo: true,
    creditorRespondedAt: writtenOrNull(answer?.dateCreated ?? null, style),
    items: [
      {
        resolutionArea: 'CaseDetails',
        description: 'Debitura needs more details about this claim before it can go on.',
      },
    ],
  }
}
