import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { checkedPreview } from '../../rules/pricing/check-preview.ts'
import { previewView } from '../../views/preview-view.ts'

export const previewCase = implement(customerApi.previewCase, ({ world, accountId, body }) =>
  previewView(world, ownCreditor(world, accountId), body, checkedPreview('customer', world, body)),
)
