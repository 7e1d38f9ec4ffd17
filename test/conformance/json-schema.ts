import type { Piece } from './published.ts'

/**
 * Components as JSON Schema, each also in a form that may be null. A property that refers to another schema may be null
 * as well, which OpenAPI 3.0 cannot say, and ASP.NET does.
 */
export function componentSchemas(schemas: Readonly<Record<string, Piece>>): Piece {
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) => [
      [name, jsonSchema(schema)],
      [name + OR_NULL, jsonSchema({ ...schema, nullable: true })],
    ]),
  )
}

const OR_NULL = '?'

/** Turns a schema of OpenAPI 3.0 into one of JSON Schema: `nullable` becomes a type. */
export function jsonSchema(schema: Piece): Piece {
  const { nullable, ...rest } = mapped(schema)
  if (nullable !== true) return rest
  if (rest.type === undefined) return Array.isArray(rest.allOf) ? property(rest.allOf[0]) : rest
  const words = Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {}
  return { ...rest, ...words, type: [rest.type, 'null'] }
}

/** Everything below a schema, turned. */
function mapped(schema: Piece): Piece {
  const { properties, items, additionalProperties, allOf, ...rest } = schema
  return {
    ...rest,
    ...(isPiece(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, property(inner as Piece)]),
      ),
    }),
    ...(isPiece(items) && { items: jsonSchema(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isPiece(additionalProperties)
        ? jsonSchema(additionalProperties)
        : additionalProperties,
    }),
    ...(Array.isArray(allOf) && { allOf: allOf.map(jsonSchema) }),
  }
}

const property = (schema: Piece): Piece =>
  '$ref' in schema ? { $ref: `${schema.$ref}${OR_NULL}` } : jsonSchema(schema)

const isPiece = (value: unknown): value is Piece => typeof value === 'object' && value !== null
