import { collectionPartnerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'

export const getMe = implement(collectionPartnerApi.getMe, ({ world }) => world.collectionPartner)
