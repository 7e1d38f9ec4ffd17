import type { Kind } from './difference.ts'
import type { Described, Piece } from './published.ts'

/** A difference inside one schema. */
export interface Found {
  readonly at: string
  readonly kind: Kind
  readonly published: unknown
  readonly ours: unknown
}

/** A schema and the document in which its references lead somewhere. */
export interface Side {
  readonly document: Described
  readonly schema: Piece
}

const KEYWORDS = [
  'type',
  'format',
  'enum',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'default',
] as const

/** What a published property says of null when it refers to another schema: OpenAPI 3.0 has no way to say it there. */
export const UNSAID = 'a reference'

/** Every difference between two schemas, references followed; `required` counts in requests alone. */
export function compareSchemas(published: Side, ours: Side, isRequest: boolean): Found[] {
  return [...walk(resolved(published), resolved(ours), '', isRequest, new Set())]
}

/** A schema whose references were followed. */
interface Resolved extends Side {
  readonly nullable: boolean | typeof UNSAID
  /** Names that were followed, to tell a cycle by. */
  readonly names: string
}

function resolved({ document, schema }: Side): Resolved {
  let [current, names, nullable] = [schema, '', schema.nullable === true]
  for (;;) {
    const [only] = Array.isArray(current.allOf) && current.allOf.length === 1 ? current.allOf : []
    const reference = current.$ref
    if (typeof reference === 'string') {
      const name = reference.replace('#/components/schemas/', '')
      const next = document.components.schemas[name]
      if (next === undefined) throw new Error(`${reference} leads nowhere`)
      names += `${name} `
      current = next
    } else if (only !== undefined) current = only
    else break
    nullable ||= current.nullable === true
  }
  const isBare = '$ref' in schema && !nullable
  return { document, schema: current, names, nullable: isBare ? UNSAID : nullable }
}

function* walk(
  published: Resolved,
  ours: Resolved,
  at: string,
  isRequest: boolean,
  seen: ReadonlySet<string>,
): Generator<Found> {
  const pair = `${published.names}= ${ours.names}`
  if (published.names !== '' && seen.has(pair)) return
  const inside = new Set(seen).add(pair)
  const [theirs, mine] = [published.schema, ours.schema]
  yield* nullability(published, ours, at)
  for (const kind of KEYWORDS) {
    const [published, ours] = [said(theirs, kind), said(mine, kind)]
    if (JSON.stringify(published) !== JSON.stringify(ours)) yield { at, kind, published, ours }
  }
  if (isRequest) yield* requirement(theirs, mine, at)
  const pieces = [
    ...propertyPairs(theirs, mine, at),
    { at: `${at}[]`, published: theirs.items, ours: mine.items, kind: 'type' as const },
    {
      at: `${at}{}`,
      published: theirs.additionalProperties,
      ours: mine.additionalProperties,
      kind: 'additionalProperties' as const,
    },
  ]
  for (const piece of pieces) {
    if (isPiece(piece.published) && isPiece(piece.ours)) {
      const left = resolved({ document: published.document, schema: piece.published })
      const right = resolved({ document: ours.document, schema: piece.ours })
      yield* walk(left, right, piece.at, isRequest, inside)
    } else if (piece.published !== piece.ours) yield piece
  }
}

/** A least length of nothing is no limit. */
const said = (schema: Piece, keyword: (typeof KEYWORDS)[number]) =>
  keyword === 'minLength' && schema[keyword] === 0 ? undefined : schema[keyword]

function* nullability({ nullable: published }: Resolved, { nullable: ours }: Resolved, at: string) {
  const isNullable = ours === true
  if (published === isNullable || (published === UNSAID && !isNullable)) return
  yield { at, kind: 'nullable' as const, published, ours: isNullable }
}

function* requirement(theirs: Piece, mine: Piece, at: string) {
  const [left, right] = [theirs, mine].map(({ required }) => (Array.isArray(required) ? required : []))
  for (const name of new Set([...(left ?? []), ...(right ?? [])])) {
    const [published, ours] = [left?.includes(name), right?.includes(name)]
    if (published !== ours) yield { at: joined(at, name), kind: 'required' as const, published, ours }
  }
}

function propertyPairs(theirs: Piece, mine: Piece, at: string) {
  const [left, right] = [theirs, mine].map(({ properties }) => (isPiece(properties) ? properties : {}))
  return [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])].map((name) => {
    const [published, ours] = [left?.[name], right?.[name]]
    const kind: Kind = published === undefined ? 'extra' : 'missing'
    return { at: joined(at, name), published, ours, kind }
  })
}

const joined = (at: string, name: string) => (at === '' ? name : `${at}.${name}`)

const isPiece = (value: unknown): value is Piece => typeof value === 'object' && value !== null
