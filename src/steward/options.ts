import * as v from 'valibot'
import { type Client, ENVIRONMENTS } from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** A client that waits for somebody to sign. */
export interface OnboardingRequest {
  /** Page on which the client's contract is signed. */
  readonly url: string
  readonly client: Client
}

const url = v.optional(v.string())
const key = v.optional(v.pipe(v.string(), v.nonEmpty('Expected a key, got an empty text')))

const sandbox = v.strictObject({ rateLimits: v.optional(v.boolean()) })

const webhooks = v.strictObject({
  publicUrl: url,
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))),
})

const schema = v.strictObject({
  environment: v.optional(v.picklist(ENVIRONMENTS)),
  customerApiKey: key,
  referralApiKey: key,
  collectionPartnerApiKey: key,
  customerApiUrl: url,
  referralApiUrl: url,
  collectionPartnerApiUrl: url,
  standingClient: v.optional(
    v.pipe(v.string(), v.nonEmpty('Expected an externalTenantId, got an empty text')),
  ),
  completeOnboarding: v.optional(
    v.custom<unknown>((value) => typeof value === 'function', 'Expected a function'),
  ),
  sandbox: v.optional(sandbox),
  webhooks: v.optional(v.union([v.literal(false), webhooks])),
  onLeftover: v.optional(v.picklist(['fail', 'warn'])),
  keep: v.optional(v.boolean()),
  verify: v.optional(v.boolean()),
  cleanupTimeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_600))),
  quiet: v.optional(v.boolean()),
})

/** Options that there are, by the one that they are in. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(schema.entries),
  sandbox: Object.keys(sandbox.entries),
  webhooks: Object.keys(webhooks.entries),
}

/** Options of the kit. Each can be left out; most have an environment variable too, which an option overrides. */
export interface DebituraOptions {
  /**
   * Where the run's calls go. Variable: `DEBITURA_ENVIRONMENT`.
   * @default 'sandbox'
   */
  readonly environment?: 'sandbox' | 'test' | 'production' | undefined
  /** Key of the Customer API. Variable: `DEBITURA_CUSTOMER_API_KEY`. */
  readonly customerApiKey?: string | undefined
  /** Key of the Referral Partner API. Variable: `DEBITURA_REFERRAL_API_KEY`. */
  readonly referralApiKey?: string | undefined
  /** Key of the Collection Partner API. Variable: `DEBITURA_COLLECTION_PARTNER_API_KEY`. */
  readonly collectionPartnerApiKey?: string | undefined
  /**
   * Origin of the Customer API. In the sandbox, any of these three means: do not start a sandbox, use the one that
   * runs there. Variable: `DEBITURA_CUSTOMER_API_URL`.
   * @default Debitura's own for the environment
   */
  readonly customerApiUrl?: string | undefined
  /** Origin of the Referral Partner API. Variable: `DEBITURA_REFERRAL_API_URL`. */
  readonly referralApiUrl?: string | undefined
  /** Origin of the Collection Partner API. Variable: `DEBITURA_COLLECTION_PARTNER_API_URL`. */
  readonly collectionPartnerApiUrl?: string | undefined
  /**
   * externalTenantId of a client that was onboarded by hand. `clients.onboard()` then borrows it instead of making a
   * new one: its cases are told apart by tag, and it is never reset. Variable: `DEBITURA_STANDING_CLIENT`.
   */
  readonly standingClient?: string | undefined
  /**
   * Completes a client's onboarding, for example with a browser script; resolves when the client has signed. Needed
   * outside the sandbox, because no API of Debitura signs the contract.
   */
  readonly completeOnboarding?: ((request: OnboardingRequest) => Promise<void>) | undefined
  /** How the sandbox behaves that the run starts. */
  readonly sandbox?:
    | {
        /** Whether it limits calls as Debitura does. @default false */
        readonly rateLimits?: boolean | undefined
      }
    | undefined
  /**
   * How the run hears of webhooks. `false`: not at all, and no subscription is made.
   * @default the event log everywhere; deliveries in the sandbox
   */
  readonly webhooks?:
    | false
    | {
        /**
         * A public https URL from which a tunnel leads to the run's receiver: on the real service, deliveries need one.
         * Variable: `DEBITURA_WEBHOOKS_PUBLIC_URL`.
         */
        readonly publicUrl?: string | undefined
        /**
         * Port of the receiver on loopback; 0 takes any that is free. Variable: `DEBITURA_WEBHOOKS_PORT`.
         * @default 0
         */
        readonly port?: number | undefined
      }
    | undefined
  /**
   * What something left over means: `fail` gives the run the exit code 1, `warn` only prints it.
   * Variable: `DEBITURA_ON_LEFTOVER`.
   * @default 'fail'
   */
  readonly onLeftover?: 'fail' | 'warn' | undefined
  /**
   * Whether to leave everything in place, for debugging. Variable: `DEBITURA_KEEP=1`.
   * @default false
   */
  readonly keep?: boolean | undefined
  /**
   * Whether to list what Debitura has once all is cleaned, and to report what still bears the run's marker. Costs a few
   * calls.
   * @default false
   */
  readonly verify?: boolean | undefined
  /** Seconds that cleaning up at the end of the run may take. @default 120 */
  readonly cleanupTimeout?: number | undefined
  /** Whether to print nothing unless something is wrong. @default false */
  readonly quiet?: boolean | undefined
}

/**
 * Refuses options that the kit does not know, or of the wrong type.
 * @throws DebituraTestkitError `DBT_SETTINGS` naming the option.
 */
export function checkOptions(options: unknown): asserts options is DebituraOptions {
  const result = v.safeParse(schema, options)
  if (result.success) return
  const [issue] = result.issues
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to read the options of debitura-testkit',
    why: whyWrong(issue),
    todo: 'Correct it where the kit is configured',
  })
}

/** Valibot tells an unknown key of a strict object as one that it expected `never` for. */
function whyWrong(outer: v.InferIssue<typeof schema>): string {
  // Of `webhooks`, which may be one of two things, the issue within says more.
  const issue = outer.issues?.find(({ path }) => path !== undefined) ?? outer
  const path = [outer, ...(issue === outer ? [] : [issue])].map((one) => v.getDotPath(one)).join('.')
  if (outer.path === undefined) return issue.message
  if (issue.expected !== 'never') return `option \`${path}\`: ${issue.message}`
  const { [path.replace(/\.?[^.]*$/, '')]: known = [] } = KNOWN
  return `there is no option \`${path}\`; there are ${known.join(', ')}`
}
