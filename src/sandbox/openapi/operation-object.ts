import { STATUS_CODES } from 'node:http'
import type { Operation, Schema } from '../../contract/operations/index.ts'
import { IDEMPOTENCY_KEY_HEADER, IDEMPOTENCY_KEY_MAX_LENGTH } from '../../contract/words/index.ts'
import type { SchemaBook } from './schema-book.ts'
import { type JsonSchema, schemaObject } from './schema-object.ts'

interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

/** One operation of a document. */
export interface OperationObject {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters?: readonly ParameterObject[]
  readonly requestBody?: { readonly content: Content; readonly required: true }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
  readonly deprecated?: true
}

/** Media types under which Debitura takes JSON. */
const JSON_TYPES = ['application/json-patch+json', 'application/json', 'text/json', 'application/*+json']

export function operationObject(operation: Operation, book: SchemaBook): OperationObject {
  const { name, path, body, bodyType, success, answer, refusals, deprecated } = operation
  const parameters = parametersOf(operation)
  const types = bodyType === 'multipart' ? ['multipart/form-data'] : JSON_TYPES
  const answered = (status: number, schema: Schema | undefined) => ({
    description: STATUS_CODES[status] ?? `${status}`,
    ...(schema && { content: content(['application/json'], book.schema(schema, 'answer')) }),
  })
  return {
    operationId: name,
    tags: [path.split(/[/:]/).find((part) => part !== '' && part !== 'v1') ?? path],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { content: content(types, book.schema(body, 'request')), required: true } }),
    responses: Object.fromEntries([
      ...success.map((status) => [status, answered(status, answer)]),
      ...Object.entries(refusals).map(([status, schema]) => [status, answered(Number(status), schema)]),
    ]),
    ...(deprecated && { deprecated }),
  }
}

function parametersOf({ parameters, query, safety }: Operation): ParameterObject[] {
  const keyed: ParameterObject = {
    name: IDEMPOTENCY_KEY_HEADER,
    in: 'header',
    schema: { type: 'string', maxLength: IDEMPOTENCY_KEY_MAX_LENGTH },
  }
  return [
    ...Object.entries(parameters).map(
      ([name, schema]): ParameterObject => ({
        name,
        in: 'path',
        required: true,
        schema: schemaObject(schema),
      }),
    ),
    ...Object.entries(query).map(
      ([name, schema]): ParameterObject => ({
        name,
        in: 'query',
        ...(!mayBeLeftOut(schema) && { required: true }),
        schema: schemaObject(schema),
      }),
    ),
    ...(safety === 'keyed' ? [keyed] : []),
  ]
}

const mayBeLeftOut = ({ type }: Schema) => type === 'optional' || type === 'nullish'

const content = (types: readonly string[], schema: JsonSchema): Content =>
  Object.fromEntries(types.map((type) => [type, { schema }]))
