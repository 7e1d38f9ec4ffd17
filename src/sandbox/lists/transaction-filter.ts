import {
  COMMISSION_STATUSES,
  PLATFORM_INVOICING,
  REFERRAL_INVOICING,
  REVENUE_STAGES,
} from '../../contract/words/index.ts'
import type { Query } from '../http/query.ts'
import { unreadable } from '../http/refusal.ts'
import { jurisdictionOf } from '../jurisdictions/find.ts'
import { isRecognized, revenueStageOf } from '../rules/revenue/revenue-stage.ts'
import type { World } from '../store/world.ts'
import type { ClientPayment } from '../views/transaction-view.ts'

/** A search by fewer letters finds everything. */
const SEARCH_MIN_LENGTH = 2

type Keep = (one: ClientPayment) => boolean

/** Keeps the payments that a query asks for, whatever stage they are at. */
export function transactionFilter(world: World, query: Query): Keep {
  const from = query.time('FromDate')
  const to = query.time('ToDate')
  const tenant = query.text('ExternalTenantId')
  const recognized = query.flag('HasRecognizedRevenue')
  const commissions = wordsOf(query, 'CommissionPaymentStatuses', COMMISSION_STATUSES)
  const platform = wordsOf(query, 'PlatformInvoicingStatuses', PLATFORM_INVOICING)
  const referral = wordsOf(query, 'ReferralInvoicingStatuses', REFERRAL_INVOICING)
  const search = query.text('Search')?.trim().toLowerCase() ?? ''
  const countries = query.list('CountryIds').map(Number)
  const partners = query.list('CollectionPartnerIds').map((id) => id.toLowerCase())
  const hidesTests = world.behaviours.testCasesInTransactions === 'hide'
  return ({ client, record, payment }) =>
    !(hidesTests && record.isTest) &&
    (from === undefined || payment.date >= from) &&
    (to === undefined || payment.date <= to) &&
    (!tenant || client.externalTenantId === tenant) &&
    (recognized === undefined || isRecognized(world, payment) === recognized) &&
    commissions(payment.commission) &&
    platform(payment.platformInvoicing) &&
    referral(payment.referralInvoicing) &&
    (countries.length === 0 || countries.includes(jurisdictionOf(record.debtor)?.countryId ?? 0)) &&
    (partners.length === 0 || partners.includes(record.collectionPartnerId ?? '')) &&
    (search.length < SEARCH_MIN_LENGTH ||
      [record.reference, client.creditor.profile.companyName].some((text) =>
        text?.toLowerCase().includes(search),
      ))
}

/** Keeps the payments whose revenue is at one of the stages that a query names. */
export function stageFilter(query: Query): Keep {
  const stages = wordsOf(query, 'RevenueStages', REVENUE_STAGES)
  return ({ payment }) => stages(revenueStageOf(payment))
}

/** Reads words by their numbers or their names; anything else is a 400. Where none is given, every word passes. */
function wordsOf<Word extends string>(
  query: Query,
  name: string,
  words: readonly Word[],
): (word: Word | undefined) => boolean {
  const given = query.list(name).map((text) => {
    const word = words.find((known, number) => text === String(number) || sameWord(known, text))
    if (word === undefined) throw unreadable(`The value '${text}' is not valid for ${name}.`)
    return word
  })
  return (word) => given.length === 0 || (word !== undefined && given.includes(word))
}

const sameWord = (known: string, text: string) => known.toLowerCase() === text.toLowerCase()
