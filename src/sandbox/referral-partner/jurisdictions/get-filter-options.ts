import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { jurisdictions } from '../../jurisdictions/table.ts'

export const getFilterOptions = implement(referralPartnerApi.getFilterOptions, ({ world }) => {
  const countries = new Map(jurisdictions().map(({ countryId, country }) => [countryId, country]))
  const { id, companyName } = world.collectionPartner
  return {
    countries: [...countries].map(([countryId, name]) => ({ id: countryId, name })),
    carveoutPartners: [{ id, name: companyName }],
  }
})
