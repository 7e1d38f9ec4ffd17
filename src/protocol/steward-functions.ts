import type { Query } from '../contract/operations/index.ts'
import type {
  AdvanceResult,
  Case,
  CaseList,
  Client,
  CloseCaseRequest,
  CloseCaseResult,
  CreateCaseRequest,
  CreateClientRequest,
  CreateManagedCaseRequest,
  Deletable,
  Payment,
  ReferralCaseList,
  StartCaseRequest,
  StartCaseResult,
  Timeline,
} from '../contract/shapes/index.ts'
import type { Account } from './account.ts'
import type { Scope } from './scope.ts'
import type { WebhookFunctions } from './webhook-functions.ts'

/** A case to be made. The steward adds the tag, `isTest` and the marker. */
export type CaseDraft = Omit<CreateCaseRequest, 'tag' | 'isTest'>

/** A managed case to be made. The steward adds the tag, `isTest` and the marker. */
export type ManagedCaseDraft = Omit<CreateManagedCaseRequest, 'tag' | 'isTest'>

/** A client to be made. Without an `externalTenantId` it gets the run's marker; e-mail addresses are filled in too. */
export type ClientDraft = Omit<CreateClientRequest, 'externalTenantId' | 'client' | 'users' | 'cases'> & {
  readonly externalTenantId?: string | undefined
  readonly client: Omit<CreateClientRequest['client'], 'supportEmail'> & {
    readonly supportEmail?: string | undefined
  }
  readonly users: readonly {
    readonly name: string
    readonly email?: string | undefined
    readonly isOnboardingUser?: boolean | undefined
  }[]
}

/** A client as a test gets it: `borrowed` when it is a standing client, which is never reset. */
export type OnboardedClient = Client & { readonly borrowed: boolean }

/** A bearer token, and when it ends. */
export interface IssuedToken {
  readonly accessToken: string
  readonly expiresAt: string
}

/** What a test worker can ask of the steward. */
export type StewardFunctions = WebhookFunctions & {
  createCase(scope: Scope, account: Account, draft: CaseDraft): Promise<Case>
  createManagedCase(scope: Scope, draft: ManagedCaseDraft): Promise<Case>
  /** `sign`: also have the onboarding completed, so that the client has a contract. */
  createClient(
    scope: Scope,
    draft: ClientDraft,
    options: { readonly sign: boolean },
  ): Promise<OnboardedClient>

  getCase(account: Account, id: string): Promise<Case>
  getManagedCase(id: string): Promise<Case>
  findCase(
    account: Account,
    by: { readonly creditorReference: string } | { readonly reference: string },
  ): Promise<Case>
  listCases(account: Account, query: Query): Promise<CaseList>
  listManagedCases(query: Query): Promise<CaseList>
  listReferralCases(query: Query): Promise<ReferralCaseList>
  timeline(account: Account, id: string): Promise<Timeline>
  payments(account: Account, id: string): Promise<Payment[]>
  advance(account: Account, id: string, to: string, amount: number | undefined): Promise<AdvanceResult>
  startCase(id: string, request: StartCaseRequest): Promise<StartCaseResult>
  closeCase(id: string, request: CloseCaseRequest): Promise<CloseCaseResult>
  deleteCase(account: Account, id: string): Promise<void>

  getClient(externalTenantId: string): Promise<Client>
  isDeletable(externalTenantId: string): Promise<Deletable>
  resetClient(externalTenantId: string): Promise<void>
  token(externalTenantId: string): Promise<IssuedToken>

  /** Moves the clock of the sandbox's world forward, by `90s`, `2h` and the like; resolves with its time. */
  moveClock(duration: string): Promise<string>

  /** The scope is over. Takes no time: what it owned is cleaned in the background. */
  closeScope(scopeId: string): void
}
