import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../contract/operations/index.ts'
import { API_KEY_HEADER, API_TITLES, type ApiName } from '../../contract/words/index.ts'
import { type OperationObject, operationObject } from './operation-object.ts'
import { SchemaBook } from './schema-book.ts'
import type { JsonSchema } from './schema-object.ts'

/** An OpenAPI 3.0 document: as much of one as the sandbox writes. */
export interface OpenApiDocument {
  readonly openapi: '3.0.4'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
}

const OPERATIONS: Readonly<Record<ApiName, readonly Operation[]>> = {
  customer: Object.values(customerApi),
  'referral-partner': Object.values(referralPartnerApi),
  'collection-partner': Object.values(collectionPartnerApi),
}

const KEY = { ApiKey: { type: 'apiKey', in: 'header', name: API_KEY_HEADER } }
const TOKEN = { Bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }

/** Describes one API as this sandbox serves it, at the given origin. */
export function openApiDocument(api: ApiName, url: string): OpenApiDocument {
  const operations = OPERATIONS[api]
  const book = new SchemaBook(operations)
  const paths: Record<string, Record<string, OperationObject>> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    Object.assign(paths[operation.path] ?? {}, {
      [operation.method.toLowerCase()]: operationObject(operation, book),
    })
  }
  // Only the Customer API takes a referral partner's token beside a key.
  const securitySchemes = api === 'customer' ? { ...KEY, ...TOKEN } : KEY
  return {
    openapi: '3.0.4',
    info: {
      title: `Debitura ${API_TITLES[api]}`,
      version: 'v1',
      description:
        'A double of this API on loopback, made by debitura-testkit. Nothing here reaches Debitura.',
    },
    servers: [{ url, description: 'This sandbox' }],
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    paths,
    components: { schemas: book.components(), securitySchemes },
  }
}
