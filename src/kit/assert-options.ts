import { invalid } from './invalid.ts'
import { show } from './show.ts'

/**
 * Refuses options that there are not: `{ amount: 1500 }`, where `{ where: { amount: 1500 } }` is meant, would be true of
 * every event. Types say so already; this is for JavaScript, and for runners, which do not look at types.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD`
 */
export function assertOptions(given: unknown, known: readonly string[], what: string): void {
  const todo = `There are ${known.map((name) => `\`${name}\``).join(', ')}`
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw invalid(what, `its options are ${show(given)}, not an object with fields`, todo)
  }
  const stranger = Object.keys(given).find((name) => !known.includes(name))
  if (stranger !== undefined) throw invalid(what, `there is no option \`${stranger}\``, todo)
}
