import {
  API_NAMES,
  type ApiName,
  KEY_VARIABLES,
  RUN_VARIABLES,
  URL_VARIABLES,
} from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { collectionPartner } from './collection-partner/index.ts'
import { serveControl } from './control/routes.ts'
import { customer } from './customer/index.ts'
import { Debitura } from './debitura.ts'
import { serveFiles } from './files/routes.ts'
import { type Api, createApi } from './http/api.ts'
import { arrived } from './http/break-off.ts'
import { sandboxKey, worldName } from './key.ts'
import { listen } from './listen.ts'
import { serveOnboarding } from './onboarding/routes.ts'
import { describeApi } from './openapi/describe.ts'
import type { OpenApiDocument } from './openapi/document.ts'
import { serveOpenApi } from './openapi/routes.ts'
import { type SandboxOptions, settingsFrom } from './options.ts'
import { referralPartner } from './referral-partner/index.ts'
import { type WorldView, worldView } from './world-view/world-view.ts'

/** A Debitura on loopback, listening. */
export interface Sandbox extends AsyncDisposable {
  /** Origin of each API, without a slash at the end. */
  readonly urls: Readonly<Record<ApiName, string>>
  /** Tells this sandbox from any other; `GET /_sandbox/health` answers it. */
  readonly nonce: string
  /**
   * Environment variables that point a test run or an application at a world.
   * @param world - defaults to `default`
   */
  variables(world?: string): Readonly<Record<string, string>>
  /**
   * Looks into a world.
   * @param name - defaults to `default`
   */
  world(name?: string): WorldView
  /** Worlds that were used, in the order of their first use. */
  worlds(): readonly WorldView[]
  /**
   * Sends a request without a socket. `path` starts with a slash. Rejects as `fetch` does where a fault broke the
   * connection.
   */
  request(api: ApiName, path: string, init?: RequestInit): Promise<Response>
  /** Describes an API as OpenAPI 3.0; `GET /swagger/v1/swagger.json` on its origin answers the same. */
  openapi(api: ApiName): Promise<OpenApiDocument>
  /** Stops listening, drops every connection, and breaks off webhook deliveries that are under way. */
  close(): Promise<void>
}

/**
 * Starts a Debitura on loopback: three APIs, each on its own port, empty, and gone when closed. Resolves once all
 * three listen.
 * @throws `DBT_SETTINGS` for an option that makes no sense; `DBT_PORT_TAKEN` where a port cannot be had
 * @example
 * ```ts
 * await using sandbox = await createSandbox()
 * const me = await fetch(`${sandbox.urls.customer}/me`, { headers: { XApiKey: sandboxKey() } })
 * ```
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = settingsFrom(options)
  const debitura = new Debitura(settings)
  const apis = {
    customer: createApi(debitura, customer),
    'referral-partner': createApi(debitura, referralPartner),
    'collection-partner': createApi(debitura, collectionPartner),
  }
  serveFiles(apis.customer, debitura)
  serveOnboarding(apis['referral-partner'], debitura)
  const openapi = (name: ApiName) => describeApi(name, debitura.urls[name])
  for (const name of API_NAMES) {
    serveControl(apis[name], name, debitura)
    serveOpenApi(apis[name], name, () => openapi(name))
  }
  const listening = await listen(apis, settings)
  debitura.urls = listening.urls
  const close = async () => {
    await Promise.all([debitura.close(), listening.close()])
  }
  return {
    urls: listening.urls,
    nonce: debitura.nonce,
    variables: (name) => variablesFor(listening.urls, sandboxKey(name)),
    world: (name = 'default') => worldView(debitura, worldName(name)),
    worlds: () => [...debitura.worlds()].map(({ name }) => worldView(debitura, name)),
    request: async (api, path, init) =>
      arrived(await apiNamed(apis, api).request(`${listening.urls[api]}${path}`, init)),
    openapi,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function variablesFor(urls: Sandbox['urls'], key: string): Readonly<Record<string, string>> {
  const perApi = API_NAMES.flatMap((api) => [
    [URL_VARIABLES[api], urls[api]],
    [KEY_VARIABLES[api], key],
  ])
  return Object.fromEntries([[RUN_VARIABLES.environment, 'sandbox'], ...perApi])
}

function apiNamed(apis: Readonly<Record<ApiName, Api>>, name: ApiName): Api {
  if (Object.hasOwn(apis, name)) return apis[name]
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to send a request to the sandbox',
    why: `there is no API '${name}'`,
    todo: `Use one of ${API_NAMES.join(', ')}`,
  })
}
