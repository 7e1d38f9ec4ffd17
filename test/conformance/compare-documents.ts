import type { ApiName } from '../../src/contract/words/index.ts'
import { compareSchemas, type Side } from './compare-schemas.ts'
import type { Difference } from './difference.ts'
import { type Described, type DescribedOperation, operationsOf, type Piece } from './published.ts'

type Part = Pick<Difference, 'part' | 'at' | 'kind' | 'published' | 'ours'>

/** Every difference between two documents of one API, operation by operation. */
export function compareDocuments(api: ApiName, published: Described, ours: Described): Difference[] {
  const [theirs, mine] = [operationsOf(published), operationsOf(ours)]
  return [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((operation) => {
    const [left, right] = [theirs.get(operation), mine.get(operation)]
    const parts: Part[] =
      left === undefined || right === undefined
        ? [whole(left === undefined ? 'extra' : 'missing')]
        : compareOperations({ document: published, described: left }, { document: ours, described: right })
    return parts.map((part) => ({ api, operation, ...part }))
  })
}

const whole = (kind: 'extra' | 'missing'): Part => ({
  part: '',
  at: '',
  kind,
  published: kind === 'missing',
  ours: kind === 'extra',
})

interface OperationSide {
  readonly document: Described
  readonly described: DescribedOperation
}

function compareOperations(published: OperationSide, ours: OperationSide): Part[] {
  const [left, right] = [published, ours].map(({ described }) => described.deprecated === true)
  const deprecated: Part = { part: '', at: '', kind: 'deprecated', published: left, ours: right }
  const answers = compareParts(answersOf(published), answersOf(ours))
  const bodies = compareParts(bodiesOf(published), bodiesOf(ours))
  return [
    ...(left === right ? [] : [deprecated]),
    ...compareParameters(published, ours),
    ...bodies,
    ...answers,
  ]
}

/** A part of an operation, and its schema where it has one. */
type Parts = Map<string, Side | undefined>

function answersOf({ document, described }: OperationSide): Parts {
  return new Map(
    Object.entries(described.responses).map(([status, { content }]) => [
      `answer ${status}`,
      sideOf(document, content?.['application/json']?.schema),
    ]),
  )
}

/** JSON counts once, whatever its media types. */
function bodiesOf({ document, described: { requestBody } }: OperationSide): Parts {
  const types = ['application/json', 'multipart/form-data'].filter((type) => requestBody?.content[type])
  return new Map(
    types.map((type) => [
      type === 'application/json' ? 'body' : 'form',
      sideOf(document, requestBody?.content[type]?.schema),
    ]),
  )
}

function compareParameters(published: OperationSide, ours: OperationSide): Part[] {
  const [theirs, mine] = [parametersOf(published), parametersOf(ours)]
  const required = [...theirs].flatMap(([part, { required }]): Part[] => {
    const [left, right] = [required === true, mine.get(part)?.required === true]
    return mine.has(part) && left !== right
      ? [{ part, at: '', kind: 'required', published: left, ours: right }]
      : []
  })
  return [...required, ...compareParts(schemasOf(theirs, published), schemasOf(mine, ours))]
}

const parametersOf = ({ described: { parameters = [] } }: OperationSide) =>
  new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter as Piece]))

const schemasOf = (parameters: Map<string, Piece>, { document }: OperationSide): Parts =>
  new Map([...parameters].map(([part, { schema }]) => [part, sideOf(document, schema as Piece)]))

const sideOf = (document: Described, schema: Piece | undefined): Side | undefined =>
  schema === undefined ? undefined : { document, schema }

function compareParts(theirs: Parts, mine: Parts): Part[] {
  return [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((part): Part[] => {
    const [left, right] = [theirs.get(part), mine.get(part)]
    if (!theirs.has(part)) return [{ part, at: '', kind: 'extra', published: undefined, ours: true }]
    if (!mine.has(part)) return [{ part, at: '', kind: 'missing', published: true, ours: undefined }]
    if (left === undefined && right === undefined) return []
    if (left === undefined) return [{ part, at: '', kind: 'extra', published: undefined, ours: 'a body' }]
    if (right === undefined) return [{ part, at: '', kind: 'missing', published: 'a body', ours: undefined }]
    const isRequest = !part.startsWith('answer')
    return compareSchemas(left, right, isRequest).map((found) => ({ part, ...found }))
  })
}
