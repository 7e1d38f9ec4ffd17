import type { CaseDraft, ManagedCaseDraft } from '../../protocol/index.ts'
import { merge, type Overrides } from './merge.ts'
import { presetFor } from './presets.ts'
import { daysAgo, REAL_SOURCE, type Source, shortId } from './unique.ts'

/** What a test says about a case; the rest is filled in. The tag, `isTest` and the marker are the run's to set. */
export type CaseOverrides = Overrides<CaseDraft>

/** What a test says about a managed case; the rest is filled in. */
export type ManagedCaseOverrides = Overrides<ManagedCaseDraft>

/** What a builder fills in always, so that it is there whatever the test leaves out. */
type Filled<T extends CaseDraft | ManagedCaseDraft> = T &
  Required<Pick<T, 'currencyCode' | 'date' | 'amountToRecover'>> & {
    readonly debtor: NonNullable<T['debtor']>
    readonly claimDescription: string
    readonly dueDate: string
  }

/** A complete case, as it is sent to the Customer API but for the tag, `isTest` and the marker. */
export type BuiltCase = Filled<CaseDraft>

/** A complete managed case, as it is sent to the Collection Partner API but for the tag, `isTest` and the marker. */
export type BuiltManagedCase = Filled<ManagedCaseDraft>

/**
 * Builds a complete, believable, unique case, and lays a test's own values over it. What the test says of the debtor's
 * country and type chooses the preset.
 * @example
 * ```ts
 * buildCase({ amountToRecover: 1500, debtor: { countryAlpha2: 'US', type: 'Private' } })
 * ```
 */
export function buildCase(overrides: CaseOverrides = {}, source: Source = REAL_SOURCE): BuiltCase {
  const given = readOnce(overrides)
  const payload: BuiltCase = merge(commonPart(given, source), given)
  return withDebtorType(payload, 'Private')
}

/** Builds a complete, believable, unique managed case, as {@link buildCase} does. */
export function buildManagedCase(
  overrides: ManagedCaseOverrides = {},
  source: Source = REAL_SOURCE,
): BuiltManagedCase {
  const given = readOnce(overrides)
  const creditor = {
    creditorCompanyName: `Nordlicht Handel ${shortId(source)} GmbH`,
    creditorCountryAlpha2: given.creditorCountry == null ? 'DE' : undefined,
  }
  const payload: BuiltManagedCase = merge({ ...creditor, ...commonPart(given, source) }, given)
  return withDebtorType(payload, 'Person')
}

/** A plain copy: what a test says is looked at twice, and a getter could answer differently. */
function readOnce<T extends object>(overrides: T): T {
  return merge<object>({}, overrides) as T
}

function commonPart({ debtor }: CaseOverrides | ManagedCaseOverrides, source: Source) {
  const preset = presetFor(debtor?.countryAlpha2, debtor?.type)
  const id = shortId(source)
  return {
    currencyCode: preset.currencyCode,
    claimDescription: preset.claimDescription,
    date: daysAgo(60, source),
    dueDate: daysAgo(30, source),
    amountToRecover: (100_000 + (Number.parseInt(id, 16) % 900_000)) / 100,
    debtor: {
      ...preset.debtor,
      // Where both are given, Debitura goes by the code.
      countryAlpha2: debtor?.country == null ? preset.debtor.countryAlpha2 : undefined,
      name: `${preset.debtor.name} ${id}`,
      email: `accounts@debtor-${id}.example.com`,
    },
  }
}

/** The Customer API calls a natural person `Private`, the Collection Partner API `Person`. */
function withDebtorType<T extends { readonly debtor: { readonly type: string } }>(
  payload: T,
  person: 'Private' | 'Person',
): T {
  const { debtor } = payload
  // Types say what it is; a test in JavaScript may say otherwise, and is told so by whoever sends it.
  const type: unknown = debtor?.type
  if (typeof type !== 'string' || !['private', 'person'].includes(type.toLowerCase())) return payload
  return { ...payload, debtor: { ...debtor, type: person } }
}
