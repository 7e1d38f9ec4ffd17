import type { KycVerification } from '../../contract/shapes/index.ts'
import type { Creditor, KycRecord } from '../store/creditor.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'

/** What a client said about its director, and how far the check of it is. */
export const kycView = (kyc: KycRecord, style: TimeStyle): KycVerification => ({
  directorFullName: kyc.directorFullName,
  directorHomeAddress: kyc.directorHomeAddress,
  directorDateOfBirth: kyc.directorDateOfBirth,
  dateCreated: written(kyc.dateCreated, style),
  verificationStatus: kyc.dateCompleted === null ? 'Processing' : 'Completed',
  verificationStatusUpdatedAt: writtenOrNull(kyc.dateCompleted, style),
})

/** How far a client's verification is, in the words of the wire: it is pending once a case of its needed one. */
export function kycStatus({ kyc, needsKyc }: Creditor): 'not_required' | 'pending' | 'verified' {
  if (kyc === null) return needsKyc ? 'pending' : 'not_required'
  return kyc.dateCompleted === null ? 'pending' : 'verified'
}
