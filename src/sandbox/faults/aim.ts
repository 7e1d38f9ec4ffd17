import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../contract/operations/index.ts'
import type { FaultScope } from './fault-order.ts'

const OPERATIONS: readonly Operation[] = [customerApi, referralPartnerApi, collectionPartnerApi].flatMap(
  (api): Operation[] => Object.values(api),
)

/** What names an operation among all. */
export const aimAt = ({ api, name }: Operation): string => `${api} ${name}`

/** The operations that an order is about, and the names that are none. */
export function aimOf({ api, operation }: Pick<FaultScope, 'api' | 'operation'>): {
  readonly operations: readonly string[]
  readonly unknown: readonly string[]
} {
  const candidates = OPERATIONS.filter((known) => api === undefined || known.api === api)
  if (operation === undefined) return { operations: candidates.map(aimAt), unknown: [] }
  const found = [operation].flat().map((name) => ({
    name,
    operations: candidates.filter((known) => known.name === name || routeOf(known) === templated(name)),
  }))
  return {
    operations: found.flatMap(({ operations }) => operations.map(aimAt)),
    unknown: found.filter(({ operations }) => operations.length === 0).map(({ name }) => name),
  }
}

const routeOf = ({ method, path }: Operation) => templated(`${method} ${path}`)

/** A route in one spelling: in lower case, and whatever its parameters are called. */
const templated = (route: string) =>
  route
    .trim()
    .replace(/\{\w+\}/g, '{}')
    .toLowerCase()
