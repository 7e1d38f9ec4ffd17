import {
  type ConversionConfig,
  type JsonSchema as Converted,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema'
import type { Schema } from '../../contract/operations/index.ts'

/** A schema as OpenAPI 3.0 writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** Who writes what the schema describes: a caller, or Debitura. */
export type Direction = 'request' | 'answer'

/** Steps of a schema that its document leaves out: a format says what they check. */
const UNSAID = ['regex', 'check', 'trim']

/** Writes one schema that stands alone. */
export const schemaObject = (schema: Schema): JsonSchema => written(toJsonSchema(schema, settings('request')))

/** Writes schemas by their names; wherever one contains another of them, it refers to it. */
export function schemaObjects(
  schemas: Readonly<Record<string, Schema>>,
  direction: Direction,
): Readonly<Record<string, JsonSchema>> {
  return toJsonSchemaDefs(schemas, settings(direction)) as Readonly<Record<string, JsonSchema>>
}

const settings = (direction: Direction): ConversionConfig => ({
  target: 'openapi-3.0',
  typeMode: 'input',
  errorMode: 'throw',
  ignoreActions: UNSAID,
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  overrideAction: ({ jsonSchema }) => asOnTheWire(jsonSchema),
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    inDebiturasWay(valibotSchema.type, jsonSchema, direction),
})

/** What a schema says of itself: a file is its bytes, and `nullable: false` is what nothing means too. */
function asOnTheWire(schema: Converted): Converted {
  if (schema.format === 'binary') return { type: 'string', format: 'binary' }
  const { nullable, ...rest } = schema
  return nullable === true ? { nullable, ...rest } : rest
}

/** Puts one converted schema as Debitura's own documents would. */
function inDebiturasWay(type: string, schema: Converted, direction: Direction): Converted | undefined {
  switch (type) {
    case 'nullish':
    case 'nullable': {
      const { default: _, $ref, ...rest } = schema
      // Whatever stands beside a reference counts for nothing in OpenAPI 3.0.
      return $ref === undefined ? rest : { ...rest, allOf: [{ $ref }] }
    }
    case 'object':
    case 'loose_object': {
      const { required = [], ...rest } = schema
      const additionalProperties = type === 'object' ? false : {}
      // Debitura lists hardly any property of an answer as required, and code made from it must compile for both.
      const isSaid = direction === 'request' && required.length > 0
      return { ...rest, ...(isSaid ? { required } : {}), additionalProperties }
    }
    case 'picklist':
    case 'literal': {
      const isNumber = schema.enum?.every((value) => typeof value === 'number')
      return isNumber ? { ...schema, type: 'integer', format: 'int32' } : { ...schema, type: 'string' }
    }
    case 'file':
    case 'blob':
    case 'instance':
      return { type: 'string', format: 'binary' }
    default:
      return undefined
  }
}

// An interface without an index signature; its own keys are the same.
const written = (schema: object): JsonSchema => schema as JsonSchema
