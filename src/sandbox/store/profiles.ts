import { randomUUID } from 'node:crypto'
import type { CollectionPartnerProfile, ReferralPartnerProfile } from '../../contract/shapes/index.ts'
import { type Creditor, newCreditor } from './creditor.ts'

/** The account behind a world's Customer API key. Its contract is signed. */
export function creditorOf(world: string, id: string): Creditor {
  const profile = {
    id,
    companyName: `Sandbox Creditor (${world})`,
    companyRegistrationNumber: 'SB-100001',
    address: '1 Loopback Street',
    zipCode: '1270',
    city: 'Sandbox',
    state: null,
    country: 'Denmark',
    officeEmail: `office@creditor.${world}.example`,
    officePhone: null,
  }
  return newCreditor(profile, { signingId: randomUUID(), signed: true })
}

/** The account behind a world's Referral Partner API key. */
export function referralPartnerOf(world: string, id: string): ReferralPartnerProfile {
  return {
    id,
    companyName: `Sandbox Referral Partner (${world})`,
    shortName: 'Sandbox Referral',
    contactEmail: `office@referral-partner.${world}.example`,
    externalSystemId: null,
    referralFeePercentage: 10,
    isActive: true,
    isPublicDemo: false,
    logoUrl: null,
    backgroundColorCode: null,
    fontColor: null,
    fontFamily: null,
    invoicingTriggerMode: 'PayWhenPaid',
  }
}

/** The account behind a world's Collection Partner API key. */
export function collectionPartnerOf(world: string, id: string): CollectionPartnerProfile {
  return {
    id,
    companyName: `Sandbox Collection Partner (${world})`,
    logoUrl: null,
    companyRegistrationNumber: 'SB-300001',
    vatNumber: null,
    address: '3 Loopback Street',
    zipCode: '1270',
    city: 'Sandbox',
    state: null,
    country: 'Denmark',
    officeEmail: `office@collection-partner.${world}.example`,
    officePhone: null,
    invoiceEmail: null,
    billingContact: null,
    invoiceCurrency: null,
    commissionType: 0,
    preLegalRevenueShare: 0.4,
    legalRevenueShare: 0.4,
    verifiedProfile: true,
    fullAddress: '3 Loopback Street, 1270 Sandbox, Denmark',
    surveyCadenceMode: 0,
  }
}
