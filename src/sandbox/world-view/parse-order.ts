import * as v from 'valibot'
import { badRequest } from '../http/refusal.ts'
import { issuesIn } from '../issues.ts'

/** What is ordered, by its schema; anything else is a 400 that says why. */
export function parseOrder<Schema extends v.GenericSchema>(
  schema: Schema,
  order: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, order ?? {})
  if (parsed.success) return parsed.output
  throw badRequest('InvalidOrder', issuesIn(parsed.issues))
}
