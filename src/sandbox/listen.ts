import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { API_NAMES, API_TITLES, type ApiName } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Api } from './http/api.ts'
import { answerMalformed } from './http/malformed.ts'
import { listener } from './http/node-listener.ts'
import type { Settings } from './options.ts'

/** Three APIs that listen. */
export interface Listening {
  readonly urls: Readonly<Record<ApiName, string>>
  /** Stops listening and drops every connection. */
  close(): Promise<void>
}

/** Opens a port for each API; if one cannot be opened, none stays open. */
export async function listen(
  apis: Readonly<Record<ApiName, Api>>,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<Listening> {
  const servers = API_NAMES.map((name) =>
    createServer(listener(apis[name])).on('clientError', answerMalformed),
  )
  const close = async () => {
    await Promise.all(servers.map(closeServer))
  }
  const opened = await Promise.allSettled(
    servers.map((server, index) =>
      open(server, host, port === 0 ? 0 : port + index, API_NAMES[index] ?? 'customer'),
    ),
  )
  const failed = opened.find((result) => result.status === 'rejected')
  if (failed !== undefined) {
    await close()
    throw failed.reason
  }
  const urls = opened.map((result) => (result.status === 'fulfilled' ? result.value : ''))
  const [customer = '', referral = '', collection = ''] = urls
  return { urls: { customer, 'referral-partner': referral, 'collection-partner': collection }, close }
}

function open(server: Server, host: string, port: number, name: ApiName): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusedPort(cause, host, port, name)))
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      // A server that listens on a port has an address with a port.
      const { port: given } = server.address() as AddressInfo
      resolve(`http://${host === '::1' ? '[::1]' : host}:${given}`)
    })
  })
}

function refusedPort(
  cause: NodeJS.ErrnoException,
  host: string,
  port: number,
  name: ApiName,
): DebituraTestkitError {
  const why = cause.code === 'EADDRINUSE' ? 'something else listens there' : cause.message
  return new DebituraTestkitError({
    code: 'DBT_PORT_TAKEN',
    what: `Failed to open port ${port} on ${host} for the ${API_TITLES[name]} of the sandbox`,
    why,
    todo: 'Stop what listens there, or use another `port`; 0 takes any three that are free',
    cause,
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
