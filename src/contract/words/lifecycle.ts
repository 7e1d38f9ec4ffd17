/**
 * A case's lifecycle: the name that filters take, and the label that answers carry.
 * @see docs.debitura.com/developer-concepts/case-lifecycle
 */
export const LIFECYCLES = {
  PendingContractSigning: 'Pending contract signing',
  PendingVerificationInternal: 'Pending Verification Internal',
  PendingVerification: 'Pending Verification',
  NeedsAdditionalDetails: 'More Info Required',
  Leads: 'Collecting Quotes',
  LeadsQuoteGiven: 'Pending Quote Selection',
  Active: 'Active',
  Paused: 'Paused',
  Closed: 'Closed',
  Merged: 'Merged',
} as const

/** Name of a lifecycle, for example `PendingVerification`. */
export type Lifecycle = keyof typeof LIFECYCLES

/** Label of a lifecycle, for example `Pending Verification`. */
export type LifecycleLabel = (typeof LIFECYCLES)[Lifecycle]

const byFoldedForm = new Map<string, Lifecycle>(
  Object.entries(LIFECYCLES).flatMap(([name, label]) => [
    // The keys of LIFECYCLES are exactly the type Lifecycle.
    [name.toLowerCase(), name as Lifecycle],
    [label.toLowerCase(), name as Lifecycle],
  ]),
)

/** Reads a name or a label, in any case; `undefined` when it is neither. */
export function lifecycleOf(nameOrLabel: string): Lifecycle | undefined {
  return byFoldedForm.get(nameOrLabel.toLowerCase())
}
