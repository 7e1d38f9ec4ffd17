import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ApiName } from '../../src/contract/words/index.ts'

/** A piece of an OpenAPI document. */
export type Piece = Readonly<Record<string, unknown>>

/** An operation, as an OpenAPI document describes it. */
export interface DescribedOperation {
  readonly parameters?: readonly (Piece & { readonly name: string; readonly in: string })[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
  readonly deprecated?: boolean
}

type Content = Readonly<Record<string, { readonly schema: Piece }>>

/** As much of an OpenAPI document as is compared. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Piece>> }
}

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where the published documents are; they are no part of the repository. */
const CONTRACT_DIR = process.env.DEBITURA_CONTRACT_DIR ?? join(ROOT, '..', 'shared', 'contract')

/** Whether there is anything to compare with. */
export const isContractThere = existsSync(join(CONTRACT_DIR, 'customer-api.json'))

/** Says why tests are skipped, where they are. */
export function explainSkipping(what: string): void {
  if (isContractThere) return
  console.warn(
    `Skipped: ${what}. There are no published documents in ${CONTRACT_DIR}. Set DEBITURA_CONTRACT_DIR to a folder with customer-api.json, referral-partner-api.json and collection-partner-api.json.`,
  )
}

/** An API's document, as Debitura publishes it. */
export function published(api: ApiName): Described {
  // The documents are OpenAPI 3.0, and only what that promises is read.
  return JSON.parse(readFileSync(join(CONTRACT_DIR, `${api}-api.json`), 'utf8')) as Described
}

/** A document's operations by method and path, as in `GET /cases/{id}`. */
export function operationsOf({ paths }: Described): Map<string, DescribedOperation> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => [`${method.toUpperCase()} ${path}`, described]),
    ),
  )
}
