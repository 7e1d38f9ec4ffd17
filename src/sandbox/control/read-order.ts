import * as v from 'valibot'
import type { Exchange } from '../http/bindings.ts'
import { badRequest } from '../http/refusal.ts'
import { readJson } from '../http/request-body.ts'
import { issuesIn } from '../issues.ts'

/** Reads the body of a control request by its schema; anything else is a 400 that says why. */
export async function readOrder<Schema extends v.GenericSchema>(
  c: Exchange,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, (await readJson(c)) ?? {})
  if (parsed.success) return parsed.output
  throw badRequest('InvalidOrder', issuesIn(parsed.issues))
}
