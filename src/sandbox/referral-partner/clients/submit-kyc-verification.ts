import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownClient } from '../../rules/clients/own-client.ts'
import { submitKyc } from '../../rules/contracts/verify-kyc.ts'
import { kycView } from '../../views/kyc-view.ts'

export const submitKycVerification = implement(
  referralPartnerApi.submitKycVerification,
  ({ world, path, query, body }) => {
    // A client has no chat of its own here, so nobody is told; what is no flag is refused all the same.
    query.flag('sendChatNotification')
    return kycView(submitKyc(world, ownClient(world, path.externalTenantId).creditor, body), 'zoned')
  },
)
