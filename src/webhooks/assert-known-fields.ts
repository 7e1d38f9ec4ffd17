import { DebituraTestkitError } from '../errors/index.ts'

/**
 * Refuses a field that a payload does not have, however deep: a typing error would make a sample that nobody sends.
 * Types say so already; this is for JavaScript and for values that come from elsewhere.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD`
 */
export function assertKnownFields(what: string, given: unknown, known: object, path = ''): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const place = path === '' ? 'what to lay over it' : `\`${path}\``
    throw refused(what, `${place} has to be an object with fields`, Object.keys(known))
  }
  const fields = new Map<string, unknown>(Object.entries(known))
  for (const [name, value] of Object.entries(given)) {
    const at = path === '' ? name : `${path}.${name}`
    if (!fields.has(name)) throw refused(what, `\`${at}\` is not among its fields`, [...fields.keys()])
    const before = fields.get(name)
    const isNested = typeof before === 'object' && before !== null && !Array.isArray(before)
    if (value !== undefined && isNested) assertKnownFields(what, value, before, at)
  }
}

const refused = (what: string, why: string, names: readonly string[]) =>
  new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what,
    why,
    todo: `Choose among ${names.map((name) => `\`${name}\``).join(', ')}`,
  })
