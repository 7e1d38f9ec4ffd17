import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { checkedPreview } from '../../rules/pricing/check-preview.ts'
import { referralPreviewView } from '../../views/preview-view.ts'

export const previewCase = implement(referralPartnerApi.previewCase, ({ world, body }) =>
  referralPreviewView(world, body, checkedPreview('referral-partner', world, body)),
)
