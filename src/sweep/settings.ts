import {
  API_NAMES,
  API_TITLES,
  type ApiName,
  KEY_VARIABLES,
  ORIGINS,
  RUN_VARIABLES,
  URL_VARIABLES,
} from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { type RunSettings, resolveSettings } from '../steward/settings.ts'
import { text, type Variables } from '../steward/variables.ts'

/** What was typed that decides where a sweep may go. */
export interface Typed {
  /** `--environment`. */
  readonly environment: string | undefined
  /** `--host`, each time that it was given. */
  readonly hosts: readonly string[]
  readonly yes: boolean
}

/** Where a sweep of Debitura goes, and with which keys. */
export type SweepSettings = Pick<RunSettings, 'environment' | 'keys' | 'urls'>

/** What a sweep looks at with the key of each API. */
const LOOKS_AT: Readonly<Record<ApiName, string>> = {
  customer: "the creditor's cases and webhook subscriptions",
  'referral-partner': 'clients, their cases, and webhook subscriptions',
  'collection-partner': 'managed cases and webhook subscriptions',
}

/**
 * Works out where a sweep goes. Keys come from variables alone: what is typed ends up in shell histories and logs.
 * @throws DebituraTestkitError `DBT_SETTINGS`, `DBT_HOST_NOT_ALLOWED`
 */
export function sweepSettings(typed: Typed, variables: Variables): SweepSettings {
  assertSomeKey(typed.environment ?? text(RUN_VARIABLES.environment, variables), variables)
  const options = typed.environment === undefined ? {} : { environment: typed.environment }
  const { environment, keys, urls } = resolveSettings(options, variables)
  if (typed.yes) assertTyped({ environment, keys }, typed)
  return { environment, keys, urls }
}

/**
 * Refuses to look through a Debitura that cannot be reached, or without what it takes.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 */
export function assertRemote({ environment, keys, urls }: SweepSettings): void {
  if (environment === 'sandbox' && Object.keys(urls).length === 0) throw noSandbox()
  if (Object.keys(keys).length === 0) throw noKey(urls)
  if (keys['referral-partner'] !== undefined && urls.customer === undefined) {
    throw refused(
      `${URL_VARIABLES.customer} is not set, and the cases of clients are on the Customer API`,
      'Set it too',
    )
  }
}

/** What a sweep does not look at, for want of a key. */
export function unseen({ keys, urls }: SweepSettings): readonly string[] {
  return API_NAMES.filter((api) => urls[api] !== undefined && keys[api] === undefined).map(
    (api) => `Not looked at: ${LOOKS_AT[api]}. ${KEY_VARIABLES[api]} is not set.`,
  )
}

/** In production nothing is deleted unless the environment and every host were typed for this very sweep. */
export function assertTyped(
  { environment, keys }: Pick<SweepSettings, 'environment' | 'keys'>,
  typed: Pick<Typed, 'environment' | 'hosts'>,
): void {
  if (environment !== 'production') return
  if (typed.environment !== 'production') {
    throw refused(
      `in production --yes needs --environment production typed too, and ${RUN_VARIABLES.environment} is not enough`,
      'Add --environment production, or sweep without --yes first',
    )
  }
  const needed = hostsFor(keys)
  const missing = needed.filter((host) => !typed.hosts.includes(host))
  const strange = typed.hosts.filter((host) => !needed.includes(host))
  if (missing.length === 0 && strange.length === 0) return
  const problem =
    strange.length > 0
      ? `--host ${strange.join(', ')} is no host that these keys delete at`
      : `in production --yes needs the host typed again, and ${missing.join(' and ')} was not`
  throw refused(problem, `Add ${needed.map((host) => `--host ${host}`).join(' ')}, and no other`)
}

/** Says not only which key is missing, but what for. */
function assertSomeKey(environment: string | undefined, variables: Variables): void {
  if (environment !== 'test' && environment !== 'production') return
  if (API_NAMES.every((api) => text(KEY_VARIABLES[api], variables) === undefined))
    throw noKey(ORIGINS[environment])
}

/** Where something would be deleted: a referral partner's token opens the Customer API. */
function hostsFor(keys: SweepSettings['keys']): readonly string[] {
  const apis = API_NAMES.filter(
    (api) => keys[api] !== undefined || (api === 'customer' && keys['referral-partner'] !== undefined),
  )
  return apis.map((api) => new URL(ORIGINS.production[api] ?? '').host)
}

function noSandbox(): DebituraTestkitError {
  return refused(
    'the environment is `sandbox`, and a sandbox that a run starts itself is gone with the run',
    `Set ${URL_VARIABLES.customer} and the like to sweep a sandbox that runs alone; or choose --environment test or production`,
  )
}

function noKey(urls: RunSettings['urls']): DebituraTestkitError {
  const keys = API_NAMES.filter((api) => urls[api] !== undefined).map(
    (api) => `${KEY_VARIABLES[api]} (${API_TITLES[api]}: ${LOOKS_AT[api]})`,
  )
  return refused('there is no key', `Set ${keys.join(', or ')}`)
}

function refused(why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({ code: 'DBT_SETTINGS', what: 'Failed to sweep', why, todo })
}
