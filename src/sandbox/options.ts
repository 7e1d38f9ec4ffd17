import { DebituraTestkitError } from '../errors/index.ts'
import { type Behaviours, DEFAULT_BEHAVIOURS } from './behaviours.ts'
import { checkedBehaviours } from './check-behaviours.ts'
import { isLoopback } from './loopback.ts'

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

const FAILED = 'Failed to start the sandbox'

const refuse = (why: string, todo: string) =>
  new DebituraTestkitError({ code: 'DBT_SETTINGS', what: FAILED, why, todo })

const unexpected = (name: string, got: unknown, expected: string, todo: string) =>
  refuse(`expected \`${name}\` to be ${expected}, and got ${shown(got)}`, todo)

const shown = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value))

const DEFAULTS: Required<SandboxOptions> = {
  host: '127.0.0.1',
  port: 0,
  environment: 'test',
  rateLimits: false,
  approvalTtlDays: 7,
  behaviours: {},
  now: () => new Date(),
  strict: true,
}

/** Checks the options, and fills in what was left out. Throws `DBT_SETTINGS`. */
export function settingsFrom(options: SandboxOptions): Settings {
  const settings = { ...DEFAULTS, ...chosen(options) }
  const { host, port, environment, approvalTtlDays, rateLimits, now, strict } = settings
  if (!isLoopback(host)) {
    throw refuse(`'${host}' is not a loopback address`, `Use '127.0.0.1', '::1' or 'localhost'`)
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_533) {
    throw unexpected('port', port, '0, or 1 to 65533', 'Use 0 for any free ports')
  }
  if (environment !== 'test' && environment !== 'production') {
    throw unexpected('environment', environment, "'test' or 'production'", 'Use one of both')
  }
  if (!Number.isInteger(approvalTtlDays) || approvalTtlDays < 1 || approvalTtlDays > 30) {
    throw unexpected('approvalTtlDays', approvalTtlDays, '1 to 30', 'Leave it out for 7')
  }
  for (const [name, flag] of Object.entries({ rateLimits, strict })) {
    if (typeof flag !== 'boolean') throw unexpected(name, flag, 'true or false', 'Use one of both')
  }
  if (typeof now !== 'function') {
    throw unexpected('now', now, 'a function that answers a `Date`', "Leave it out for this machine's clock")
  }
  return {
    ...settings,
    behaviours: { ...DEFAULT_BEHAVIOURS, ...checkedBehaviours(FAILED, settings.behaviours) },
  }
}

/** The options that were not left out; one that the sandbox does not have is a slip of the pen. */
function chosen(options: SandboxOptions): Partial<SandboxOptions> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const unknown = given.find(([name]) => !Object.hasOwn(DEFAULTS, name))
  if (unknown === undefined) return Object.fromEntries(given)
  throw refuse(`there is no option \`${unknown[0]}\``, `Use one of ${Object.keys(DEFAULTS).join(', ')}`)
}
