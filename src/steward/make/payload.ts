import * as v from 'valibot'
import { DebituraTestkitError } from '../../errors/index.ts'

/**
 * Reads what a test wants to send. Only fields that Debitura publishes get through, with the types and lengths that it
 * publishes: a getter, a foreign `tag` or a `__proto__` ends here.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` naming the field.
 */
export function readPayload<S extends v.GenericSchema>(
  what: string,
  schema: S,
  draft: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, draft)
  if (result.success) return result.output
  const [issue] = result.issues
  throw invalidPayload(what, `\`${v.getDotPath(issue) ?? 'the payload'}\`: ${issue.message}`)
}

/** A payload that cannot be sent as it is. */
export function invalidPayload(
  what: string,
  why: string,
  todo = 'Correct it in the test',
): DebituraTestkitError {
  return new DebituraTestkitError({ code: 'DBT_INVALID_PAYLOAD', what: `Failed to make ${what}`, why, todo })
}
