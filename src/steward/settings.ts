import {
  API_NAMES,
  type ApiName,
  ENVIRONMENTS,
  type Environment,
  KEY_VARIABLES,
  RUN_VARIABLES,
  URL_VARIABLES,
} from '../contract/index.ts'
import { checkOrigins } from '../debitura/index.ts'
import type { DebituraTestkitError } from '../errors/index.ts'
import { checkOptions, type DebituraOptions } from './options.ts'
import { flag, oneOf, settingsError, text, type Variables } from './variables.ts'

type PerApi<T> = Readonly<Partial<Record<ApiName, T>>>

/** How a run hears of webhooks. */
export interface WebhookSettings {
  /** Where deliveries come in from outside. */
  readonly publicUrl: string | undefined
  /** 0 stands for any port. */
  readonly port: number
}

/** Everything that a run has to know, checked. Plain data: it travels to the steward over its standard input. */
export interface RunSettings {
  readonly environment: Environment
  /** Secrets. A sandbox that the run starts itself has keys of its own. */
  readonly keys: PerApi<string>
  readonly urls: PerApi<string>
  /** Set when the run starts a sandbox of its own. */
  readonly embedded: { readonly rateLimits: boolean } | undefined
  readonly standingClient: string | undefined
  /** Whether the author can complete a client's onboarding. */
  readonly authorSigns: boolean
  readonly keep: boolean
  readonly verify: boolean
  readonly onLeftover: 'fail' | 'warn'
  readonly cleanupTimeoutMs: number
  /** How the run hears of webhooks; `undefined` where it does not. */
  readonly webhooks: WebhookSettings | undefined
  readonly quiet: boolean
  /** Variables of keys that are set and not used, for a line at the start. */
  readonly unused: readonly string[]
}

const KEY_OPTIONS = {
  customer: 'customerApiKey',
  'referral-partner': 'referralApiKey',
  'collection-partner': 'collectionPartnerApiKey',
} as const satisfies Record<ApiName, keyof DebituraOptions>

const URL_OPTIONS = {
  customer: 'customerApiUrl',
  'referral-partner': 'referralApiUrl',
  'collection-partner': 'collectionPartnerApiUrl',
} as const satisfies Record<ApiName, keyof DebituraOptions>

/**
 * Works out a run's settings from the author's options and, where these are silent, from environment variables.
 * @throws DebituraTestkitError `DBT_SETTINGS` or `DBT_HOST_NOT_ALLOWED`, naming the option or the variable.
 */
export function resolveSettings(options: unknown, variables: Variables): RunSettings {
  checkOptions(options)
  const environment = options.environment ?? environmentFrom(variables)
  const given = (
    names: Readonly<Record<ApiName, keyof DebituraOptions>>,
    variableNames: Readonly<Record<ApiName, string>>,
  ) =>
    Object.fromEntries(
      API_NAMES.map(
        (api) => [api, options[names[api]] ?? text(variableNames[api], variables)] as const,
      ).filter(([, value]) => value !== undefined),
      // Only values of options that are texts are asked for.
    ) as PerApi<string>

  const keys = given(KEY_OPTIONS, KEY_VARIABLES)
  const urls = checkOrigins(environment, given(URL_OPTIONS, URL_VARIABLES))
  const embedded = environment === 'sandbox' && Object.keys(urls).length === 0
  // A key whose API has no origin here has nowhere to go: the test environment has no Collection Partner API.
  const usable = only(keys, (api) => urls[api] !== undefined)
  if (environment !== 'sandbox' && Object.keys(usable).length === 0)
    throw noKey(environment, Object.keys(urls))

  return {
    environment,
    keys: usable,
    urls,
    embedded: embedded ? { rateLimits: options.sandbox?.rateLimits ?? false } : undefined,
    standingClient: options.standingClient ?? text(RUN_VARIABLES.standingClient, variables),
    authorSigns: options.completeOnboarding !== undefined,
    keep: options.keep ?? flag(RUN_VARIABLES.keep, variables),
    verify: options.verify ?? false,
    onLeftover: options.onLeftover ?? oneOf(RUN_VARIABLES.onLeftover, ['fail', 'warn'], variables) ?? 'fail',
    webhooks: webhooksFrom(options.webhooks, environment, variables),
    cleanupTimeoutMs: (options.cleanupTimeout ?? 120) * 1000,
    quiet: options.quiet ?? false,
    unused: Object.keys(only(keys, (api) => urls[api] === undefined)).map(
      (api) => KEY_VARIABLES[api as ApiName],
    ),
  }
}

function only<T>(values: PerApi<T>, isWanted: (api: ApiName) => boolean): PerApi<T> {
  // The keys of these objects are names of APIs.
  return Object.fromEntries(Object.entries(values).filter(([api]) => isWanted(api as ApiName))) as PerApi<T>
}

/** @throws DebituraTestkitError `DBT_SETTINGS` for a URL to which Debitura delivers nothing, or a port that is none. */
function webhooksFrom(
  options: DebituraOptions['webhooks'],
  environment: Environment,
  variables: Variables,
): WebhookSettings | undefined {
  if (options === false) return undefined
  const publicUrl = options?.publicUrl ?? text(RUN_VARIABLES.webhooksUrl, variables)
  const port = options?.port ?? Number(text(RUN_VARIABLES.webhooksPort, variables) ?? 0)
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw settingsError(`${RUN_VARIABLES.webhooksPort} is not a port`, 'Set it to a number from 0 to 65535')
  if (publicUrl === undefined) return { publicUrl, port }
  const { protocol } = URL.canParse(publicUrl) ? new URL(publicUrl) : { protocol: '' }
  if (protocol !== 'https:' && environment !== 'sandbox') {
    throw settingsError(
      `webhooks are to come in at ${JSON.stringify(publicUrl)}, and Debitura delivers to https URLs only`,
      'Give `webhooks.publicUrl` the https URL of a tunnel to the port `webhooks.port`',
    )
  }
  if (!/^https?:$/.test(protocol))
    throw settingsError(`${JSON.stringify(publicUrl)} is not a URL`, 'Correct `webhooks.publicUrl`')
  return { publicUrl, port }
}

function environmentFrom(variables: Variables): Environment {
  return oneOf(RUN_VARIABLES.environment, ENVIRONMENTS, variables) ?? 'sandbox'
}

function noKey(environment: Environment, apis: readonly string[]): DebituraTestkitError {
  const variables = API_NAMES.filter((api) => apis.includes(api)).map((api) => KEY_VARIABLES[api])
  return settingsError(
    `the environment is \`${environment}\`, and there is no key for any of its APIs`,
    `Set ${variables.join(', or ')}; or unset ${RUN_VARIABLES.environment} to run in the sandbox, which needs no key`,
  )
}
