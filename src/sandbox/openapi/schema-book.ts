import type { Operation, Schema } from '../../contract/operations/index.ts'
import * as shapes from '../../contract/shapes/index.ts'
import { type Direction, type JsonSchema, schemaObjects } from './schema-object.ts'

/** Shapes with a name. A file is written where it is, as in Debitura's own documents. */
const NAMED = new Map<string, Schema>(
  Object.entries<unknown>(shapes).flatMap(([name, shape]) =>
    isSchema(shape) && shape !== shapes.Upload ? [[name, shape]] : [],
  ),
)

const REFERENCE = '#/components/schemas/'

/** The schemas of one document: shapes with a name as components, all others in their places. */
export class SchemaBook {
  readonly #written: Readonly<Record<Direction, Readonly<Record<string, JsonSchema>>>>
  readonly #names = new Map<Schema, string>([...NAMED].map(([name, schema]) => [schema, name]))
  readonly #used: Record<Direction, Set<string>> = { request: new Set(), answer: new Set() }

  constructor(operations: readonly Operation[]) {
    const unnamed = new Set(operations.flatMap(schemasOf).filter((schema) => !this.#names.has(schema)))
    for (const schema of unnamed) this.#names.set(schema, `unnamed ${this.#names.size}`)
    const all = Object.fromEntries([...this.#names].map(([schema, name]) => [name, schema]))
    this.#written = { request: schemaObjects(all, 'request'), answer: schemaObjects(all, 'answer') }
  }

  /** A reference to a schema, or the schema itself. */
  schema(schema: Schema, direction: Direction): JsonSchema {
    const name = this.#names.get(schema) ?? ''
    const written = NAMED.has(name) ? { $ref: `${REFERENCE}${name}` } : (this.#written[direction][name] ?? {})
    for (const used of namesIn(written)) this.#use(used, direction)
    return written
  }

  /** Every component that a schema so far refers to, itself or through others. */
  components(): Readonly<Record<string, JsonSchema>> {
    const pages = (['answer', 'request'] as const).flatMap((direction) =>
      [...this.#used[direction]].map((name) => [name, this.#written[direction][name] ?? {}] as const),
    )
    // A shape that travels both ways is described as the request it can be.
    return Object.fromEntries(pages.toSorted(([left], [right]) => left.localeCompare(right)))
  }

  #use(name: string, direction: Direction): void {
    if (this.#used[direction].has(name)) return
    this.#used[direction].add(name)
    for (const inner of namesIn(this.#written[direction][name])) this.#use(inner, direction)
  }
}

function schemasOf({ body, answer, refusals }: Operation): Schema[] {
  return [body, answer, ...Object.values(refusals)].filter((schema) => schema !== undefined)
}

/** Names of the components that a piece of a document refers to. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner.slice(REFERENCE.length)] : namesIn(inner),
  )
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
}
