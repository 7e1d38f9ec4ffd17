import { DebituraTestkitError } from '../errors/index.ts'
import { type Behaviours, DEFAULT_BEHAVIOURS } from './behaviours.ts'
import { checkedBehaviours } from './check-behaviours.ts'

/** How to start a sandbox. */
export interface SandboxOptions {
  /**
   * Address to listen on. Loopback only.
   * @default '127.0.0.1'
   */
  readonly host?: string
  /**
   * Port of the Customer API; the Referral Partner API takes the next one, the Collection Partner API the one after.
   * 0 means any free ports.
   * @default 0
   */
  readonly port?: number
  /**
   * Which of Debitura's environments to be. In `production`, clients can be neither checked nor reset.
   * @default 'test'
   */
  readonly environment?: 'test' | 'production'
  /**
   * Whether the documented rate limits hold.
   * @default false
   */
  readonly rateLimits?: boolean
  /**
   * Days that the owner of an existing account has to approve a link: 1 to 30. Debitura sets it per referral partner.
   * @default 7
   */
  readonly approvalTtlDays?: number
  /** Choices where the documentation is silent; those left out keep their defaults. */
  readonly behaviours?: Partial<Behaviours>
  /**
   * The clock.
   * @default () => new Date()
   */
  readonly now?: () => Date
  /**
   * Whether every answer is checked against the contract. A breach is a bug of the sandbox: it answers 500, and the
   * cause goes to stderr.
   * @default true
   */
  readonly strict?: boolean
}

/** Options with every default filled in. */
export type Settings = Required<Omit<SandboxOptions, 'behaviours'>> & { readonly behaviours: Behaviours }

/** Whether a host is this machine and no other. */
export const isLoopback = (host: string): boolean =>
  /^127(\.\d{1,3}){3}$/.test(host) || host === 'localhost' || host === '::1' || host === '[::1]'

const FAILED = 'Failed to start the sandbox'

const refuse = (why: string, todo: string) =>
  new DebituraTestkitError({ code: 'DBT_SETTINGS', what: FAILED, why, todo })

/** Checks the options, and fills in what was left out. Throws `DBT_SETTINGS`. */
export function settingsFrom(options: SandboxOptions): Settings {
  const { host = '127.0.0.1', port = 0, environment = 'test', approvalTtlDays = 7 } = options
  if (!isLoopback(host)) {
    throw refuse(`'${host}' is not a loopback address`, `Use '127.0.0.1', '::1' or 'localhost'`)
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_533) {
    throw refuse(`expected \`port\` to be 0, or 1 to 65533, and got ${port}`, 'Use 0 for any free ports')
  }
  if (environment !== 'test' && environment !== 'production') {
    throw refuse(
      `expected \`environment\` to be 'test' or 'production', and got '${environment}'`,
      'Use one of both',
    )
  }
  if (!Number.isInteger(approvalTtlDays) || approvalTtlDays < 1 || approvalTtlDays > 30) {
    throw refuse(
      `expected \`approvalTtlDays\` to be 1 to 30, and got ${approvalTtlDays}`,
      'Leave it out for 7',
    )
  }
  return {
    host,
    port,
    environment,
    approvalTtlDays,
    rateLimits: options.rateLimits ?? false,
    behaviours: { ...DEFAULT_BEHAVIOURS, ...checkedBehaviours(FAILED, options.behaviours ?? {}) },
    now: options.now ?? (() => new Date()),
    strict: options.strict ?? true,
  }
}
