import { API_NAMES, API_TITLES, type ApiName } from '../contract/words/api.ts'
import { ENVIRONMENTS, type Environment, ORIGINS } from '../contract/words/environment.ts'
import { RUN_VARIABLES, URL_VARIABLES } from '../contract/words/variables.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** Origin of each API that a connection may send credentials to. */
export type Origins = Readonly<Partial<Record<ApiName, string>>>

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/

/**
 * Checks where credentials would go: in the sandbox to loopback only, over http or https; elsewhere to the origins
 * that Debitura documents for the environment, and to no others.
 * @returns the origins without trailing slashes; outside the sandbox with the documented ones filled in
 * @throws DBT_HOST_NOT_ALLOWED; DBT_SETTINGS for an environment that there is not
 * @see docs.debitura.com/developer-concepts/environments
 */
export function checkOrigins(environment: Environment, urls: Origins): Origins {
  if (!ENVIRONMENTS.includes(environment)) throw unknown(environment)
  const documented = environment === 'sandbox' ? {} : ORIGINS[environment]
  const checked: Partial<Record<ApiName, string>> = { ...documented }
  for (const api of API_NAMES) {
    const url = urls[api]
    if (url !== undefined) checked[api] = checkOrigin(environment, api, url)
  }
  return checked
}

function checkOrigin(environment: Environment, api: ApiName, text: string): string {
  if (!URL.canParse(text)) throw notAllowed(environment, api, 'it is not a URL')
  const url = new URL(text)
  const scheme = url.protocol.slice(0, -1)
  if (scheme !== 'http' && scheme !== 'https')
    throw notAllowed(environment, api, `its scheme is ${scheme}, not https`)
  // Anything beyond scheme, host and port shows here, even an empty query.
  if (url.href !== `${url.origin}/` || text.includes('@')) {
    throw notAllowed(environment, api, 'it has a user, a path, a query or a fragment')
  }
  const allowed =
    environment === 'sandbox' ? LOOPBACK.test(url.hostname) : url.origin === ORIGINS[environment][api]
  if (!allowed) throw notAllowed(environment, api, `${url.origin} is not one of them`)
  return url.origin
}

function unknown(environment: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to choose an environment',
    why: `there is no \`${environment}\``,
    todo: `Choose one of ${ENVIRONMENTS.join(', ')}`,
  })
}

function notAllowed(environment: Environment, api: ApiName, why: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_HOST_NOT_ALLOWED',
    what: `Failed to use the URL of the ${API_TITLES[api]}`,
    why: `in the environment \`${environment}\` keys go to ${allowedPlaces(environment, api)} only, and ${why}`,
    todo: `Correct ${URL_VARIABLES[api]} or the setting that it stands for, or choose another environment: ${RUN_VARIABLES.environment}=sandbox takes those on loopback`,
  })
}

function allowedPlaces(environment: Environment, api: ApiName): string {
  if (environment === 'sandbox') return 'loopback (127.0.0.0/8, localhost, [::1])'
  return ORIGINS[environment][api] ?? 'no host of this API, which has none there'
}
