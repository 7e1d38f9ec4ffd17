import { referralPartnerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'

export const getMe = implement(referralPartnerApi.getMe, ({ world }) => world.referralPartner)
