import type { Operation } from '../../contract/operations/index.ts'
import { quickCheck } from './quick-check.ts'
import { refusal, unreadable } from './refusal.ts'

/** Makes a check that refuses path parameters which the operation does not take: 400 where it documents that, else 404. */
export function pathCheck({
  parameters,
  refusals,
}: Operation): (path: Readonly<Record<string, string>>) => void {
  const checks = Object.entries(parameters).map(([name, schema]) => ({ name, takes: quickCheck(schema) }))
  return (path) => {
    for (const { name, takes } of checks) {
      const text = path[name] ?? ''
      // A number is what its digits say; everything else is taken as it is written.
      if (takes(text) || (/^\d{1,10}$/.test(text) && takes(Number(text)))) continue
      const message = `The value '${text}' is not valid for ${name}.`
      throw 400 in refusals ? unreadable(message) : refusal(404, 'NotFound', message)
    }
  }
}
