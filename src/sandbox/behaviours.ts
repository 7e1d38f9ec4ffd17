/**
 * Where Debitura's documentation is silent or contradicts itself, the sandbox has to choose. Each choice is named
 * here, with its alternatives, its default, and why.
 */
export const BEHAVIOURS = {
  initialLifecycle: {
    values: ['PendingVerificationInternal', 'PendingVerification'],
    default: 'PendingVerificationInternal',
    why: 'The help centre says that every new case starts with internal verification; no page says it of test cases.',
    source: 'support.debitura.com, case statuses',
  },
  initialManagedLifecycle: {
    values: ['PendingVerification', 'PendingVerificationInternal'],
    default: 'PendingVerification',
    why: 'Start is listed among the endpoints that work on a fresh managed test case, and it needs PendingVerification.',
    source: 'docs.debitura.com/developer-concepts/test-cases',
  },
  caseRequirements: {
    values: ['guide', 'schema'],
    default: 'guide',
    why: 'The schema of POST /cases requires the currency alone; the guide asks for date, amount and the debtor with its address too.',
    source: 'docs.debitura.com/clients/integration-guides/create-a-case',
  },
  duplicateCreditorReference: {
    values: ['refuse', 'allow'],
    default: 'refuse',
    why: 'A reference is unique per creditor; the answer to a second one on POST /cases is not published. 400 DuplicateReference is chosen.',
    source: 'docs.debitura.com/developer-concepts/case-identifiers',
  },
  naiveTimestamps: {
    values: [true, false],
    default: true,
    why: 'Several reads of the Customer API write timestamps without a zone, and answers to writes have the Z. Which reads is not documented, nor what the other APIs do: here all reads of every API leave it out.',
    source: 'github.com/debitura/Debitura.MCP, src/domain.ts',
  },
  unknownStatus: {
    values: ['refuse', 'ignore'],
    default: 'refuse',
    why: 'What the Statuses filter does with a word that is neither a name nor a label is not documented.',
    source: 'docs.debitura.com/developer-concepts/pagination',
  },
  advancePaidBelowOutstanding: {
    values: ['refuse', 'close'],
    default: 'refuse',
    why: 'Paid needs payments of at least what is outstanding; advance does not say what it does with less.',
    source: 'docs.debitura.com/developer-concepts/webhooks/ci-testing',
  },
  advanceFromContractSigning: {
    values: ['refuse', 'activate'],
    default: 'refuse',
    why: 'Advance names the two verification lifecycles as its starting points, and not PendingContractSigning.',
    source: 'docs.debitura.com/api/customer-api, advance a test case',
  },
  advanceFromPaused: {
    values: ['activate', 'refuse'],
    default: 'activate',
    why: 'Advance does not name Paused; a paused case was active, so it goes back to being so.',
    source: 'docs.debitura.com/api/customer-api, advance a test case',
  },
  advanceFromWaiting: {
    values: ['activate', 'refuse'],
    default: 'activate',
    why: 'Advance does not name NeedsAdditionalDetails, Leads and LeadsQuoteGiven; they come before Active, as verification does.',
    source: 'docs.debitura.com/api/customer-api, advance a test case',
  },
  advanceFromMerged: {
    values: ['refuse', 'activate'],
    default: 'refuse',
    why: 'Advance does not name Merged; a case that was merged into another is at its end.',
    source: 'docs.debitura.com/api/customer-api, advance a test case',
  },
  advanceUpdates: {
    values: ['each-step', 'once'],
    default: 'each-step',
    why: 'How many case.updated a jump from pending to closed fires is not documented; the real services run step by step.',
    source: 'docs.debitura.com/developer-concepts/webhooks/ci-testing',
  },
  deleteAbsentTestCase: {
    values: ['not-found', 'no-content'],
    default: 'not-found',
    why: 'The operation says both: 204 where the case is gone already, and 404 where it is not found.',
    source: 'docs.debitura.com/api/customer-api, delete a test case',
  },
  hiddenTestCaseById: {
    values: ['answer', 'not-found'],
    default: 'answer',
    why: 'Collection partners do not see cases under internal verification, yet endpoints by id work on their own test cases.',
    source: 'docs.debitura.com/openapi/collection-partner-api.json',
  },
  divisionHeldBy: {
    values: ['open-cases', 'active-cases'],
    default: 'open-cases',
    why: 'A division with active cases cannot be deleted; whether a case that still waits for its start counts is not documented.',
    source: 'docs.debitura.com/api/customer-api, delete a division',
  },
  tokenNeedsSignedContract: {
    values: [false, true],
    default: false,
    why: 'The newest guide mints a token for any linked client; older pages ask for a signed contract and answer 404.',
    source: 'docs.debitura.com/referral-partners/integration-guides/case-submission',
  },
  deleteBlockedClient: {
    values: ['refuse', 'delete'],
    default: 'refuse',
    why: 'The newest contract declares no refusal of a blocked client; 422 is the only one that was ever documented.',
    source: 'docs.debitura.com/referral-partners/concepts/reset-test-clients',
  },
  withdrawnTestCases: {
    values: ['keep', 'delete'],
    default: 'keep',
    why: 'The cases of a client that is withdrawn are said to close, and nothing is said to be deleted. Its test cases are closed then, and no key reaches them to delete them.',
    source: 'docs.debitura.com/openapi/referral-partner-api.json',
  },
  paidLeavesCommission: {
    values: [false, true],
    default: false,
    why: 'An unpaid commission blocks the deletion of a client; whether a test case that closes as paid leaves one is not documented.',
    source: 'docs.debitura.com/referral-partners/concepts/reset-test-clients',
  },
  closeOutsideCollection: {
    values: ['refuse', 'close'],
    default: 'refuse',
    why: 'Which lifecycles a collection partner may close a case in is not documented. One that is merged is never closed.',
    source: 'docs.debitura.com/openapi/collection-partner-api.json, POST /cases/{id}/close',
  },
  testCasesInManagedList: {
    values: ['list', 'hide'],
    default: 'list',
    why: 'The list of managed cases has no includeTestCases, and the page on their creation says that they appear there; whether test cases do is not documented.',
    source: 'docs.debitura.com/openapi/collection-partner-api.json, GET /managed-cases',
  },
  paymentOutsideCollection: {
    values: ['record', 'refuse'],
    default: 'record',
    why: 'Which lifecycles a case takes payments in is not documented, while other operations name theirs. A merged case never takes one.',
    source: 'docs.debitura.com/openapi/collection-partner-api.json, POST /cases/{id}/payments',
  },
  omittedFee: {
    values: ['zero', 'keep'],
    default: 'zero',
    why: 'What a fee becomes that is left out is not documented; the fields cannot be null, and an older page says that all three are replaced.',
    source: 'docs.debitura.com/openapi/collection-partner-api.json, PUT /cases/{id}/fees',
  },
  testCasesInTransactions: {
    values: ['hide', 'list'],
    default: 'hide',
    why: 'Test cases are said to stay out of metrics and reporting; whether that goes for the transactions of a referral partner is not.',
    source: 'docs.debitura.com/developer-concepts/test-cases',
  },
  testCasesForReferralPartner: {
    values: ['list', 'hide'],
    default: 'list',
    why: 'Cases of the Referral Partner API do not say whether they are test cases, nor does its list filter by it; whether it shows them is not documented.',
    source: 'docs.debitura.com/openapi/referral-partner-api.json',
  },
  needsInfoTask: {
    values: ['MoreInfoNeeded', 'CaseValidationNeedsInfo'],
    default: 'MoreInfoNeeded',
    why: 'Two types of task fit a case that needs more information; which one Debitura opens is not documented.',
    source: 'docs.debitura.com/openapi/customer-api.json',
  },
  classificationInPayload: {
    values: [true, false],
    default: true,
    why: 'Events are said to carry a classification, and no published payload shows where.',
    source: 'docs.debitura.com/api/customer-api, advance a test case',
  },
  eventWords: {
    values: ['name', 'label'],
    default: 'name',
    why: 'Whether events carry lifecycles and close codes as names or as labels is not documented.',
    source: 'docs.debitura.com/referral-partners/integration-guides/trigger-test-webhooks',
  },
  clientEvents: {
    values: ['live', 'test', 'all'],
    default: 'live',
    why: 'A client is neither a test client nor a real one. Which of a referral partner’s subscriptions hear of clients is not documented.',
    source: 'docs.debitura.com/referral-partners/integration-guides/webhooks',
  },
  unlistedCountries: {
    values: ['covered', 'uncovered'],
    default: 'covered',
    why: 'Which jurisdictions Debitura covers is not published. The sandbox lists some, and takes cases of all others too.',
    source: 'docs.debitura.com/openapi/customer-api.json',
  },
  ukNeedsKyc: {
    values: [false, true],
    default: false,
    why: 'Verification is said to be asked for by the partner for the UK, for clients of referral partners. As it blocks every British debtor, it is left to choose; Gibraltar always asks.',
    source: 'docs.debitura.com/openapi/referral-partner-api.json',
  },
  kycOnFile: {
    values: ['submitted', 'completed'],
    default: 'submitted',
    why: 'Cases need a verification on file; whether one that is still being checked is on file is not documented.',
    source: 'docs.debitura.com/openapi/customer-api.json',
  },
  ageSurcharge: {
    values: ['10-and-20', '8-and-15'],
    default: '10-and-20',
    why: 'The answer to a preview says 8 points over 12 months and 15 over 24. The formula of its request, that of POST /cases and the field of a case say 10 and 20, so that is chosen for all of them.',
    source: 'docs.debitura.com/openapi/customer-api.json',
  },
  selfAssignedTestCase: {
    values: ['announce', 'silent'],
    default: 'announce',
    why: 'A managed test case is assigned to its own collection partner at once; whether case.assigned says so is not documented.',
    source: 'docs.debitura.com/developer-concepts/test-cases',
  },
  replayedEvent: {
    values: ['new-row', 'same-row'],
    default: 'new-row',
    why: 'Whether a replay makes a row of its own in the event log, or counts as one more attempt of the row it repeats, is not documented.',
    source: 'docs.debitura.com/developer-concepts/webhooks/ci-testing',
  },
  retryJitter: {
    values: ['none', 'ten-percent'],
    default: 'none',
    why: 'Waits between attempts vary by about a tenth. Exact waits make a test that moves the clock exact.',
    source: 'docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices',
  },
  autoDisable: {
    values: ['one-event', 'any-event'],
    default: 'one-event',
    why: 'A subscription is disabled after 8 failures in a row: of one event that uses up its attempts, says the page, and it leaves open whether failures of several events add up.',
    source: 'docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices',
  },
  eventsWhileDisabled: {
    values: ['drop', 'keep'],
    default: 'drop',
    why: 'Whether events for a disabled subscription are kept until it is enabled again is not documented.',
    source: 'docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices',
  },
  signatureTime: {
    values: ['machine', 'world'],
    default: 'machine',
    why: 'A receiver compares `t`, the time of signing, with its own clock, which does not move when the sandbox’s is moved. X-Debitura-Timestamp is the time of the event, in the sandbox.',
    source: 'docs.debitura.com/developer-concepts/webhooks',
  },
  deliverBeyondLoopback: {
    values: [false, true],
    default: false,
    why: 'Debitura delivers to public hosts only. The sandbox keeps off the network: such a delivery counts as not reachable.',
    source: 'docs.debitura.com/developer-concepts/webhooks/troubleshooting',
  },
} as const satisfies Record<string, Behaviour>

interface Behaviour {
  readonly values: readonly (string | boolean)[]
  readonly default: string | boolean
  readonly why: string
  readonly source: string
}

/** Name of a choice that the sandbox makes. */
export type BehaviourName = keyof typeof BEHAVIOURS

/** One value for each choice that the sandbox makes. */
export type Behaviours = { readonly [Name in BehaviourName]: (typeof BEHAVIOURS)[Name]['values'][number] }

/** The choices that hold where none is given. */
export const DEFAULT_BEHAVIOURS: Behaviours = Object.fromEntries(
  Object.entries(BEHAVIOURS).map(([name, behaviour]) => [name, behaviour.default]),
  // Every name of the table is there, with a value of its own list.
) as Behaviours
