import type * as v from 'valibot'
import type { Exchange } from '../http/bindings.ts'
import { readJson } from '../http/request-body.ts'
import { parseOrder } from '../world-view/parse-order.ts'

/** Reads the body of a control request by its schema; anything else is a 400 that says why. */
export const readOrder = async <Schema extends v.GenericSchema>(
  c: Exchange,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => parseOrder(schema, await readJson(c))
