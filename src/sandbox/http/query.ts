import { badRequest, unreadable } from './refusal.ts'

/**
 * Query parameters as Debitura reads them: names in any case, lists repeated, separated by commas, or spelled `Name[]`.
 * @see docs.debitura.com/developer-concepts/pagination
 */
export class Query {
  readonly #url: string
  #values: Map<string, string[]> | undefined

  constructor(url: string) {
    this.#url = url
  }

  /** A parameter's value; `undefined` where it is missing. Blank text stays blank. */
  text(name: string): string | undefined {
    return this.#named(name)[0]
  }

  /** A list's items, trimmed; empty where the parameter is missing. */
  list(name: string): string[] {
    const items = this.#named(name).flatMap((value) => value.split(','))
    return items.map((item) => item.trim()).filter((item) => item !== '')
  }

  /** A whole number between bounds. Anything else is a 400. */
  integer(name: string, fallback: number, bounds: { readonly min: number; readonly max: number }): number {
    const text = this.text(name)
    if (text === undefined || text === '') return fallback
    if (!/^[+-]?\d{1,10}$/.test(text)) throw unreadable(`The value '${text}' is not valid for ${name}.`)
    const value = Number(text)
    if (value < bounds.min || value > bounds.max) {
      throw badRequest('InvalidPaging', `${name} must be between ${bounds.min} and ${bounds.max}.`)
    }
    return value
  }

  /** `true` or `false`, in any case. Anything else is a 400. */
  flag(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase()
    if (text === undefined || text === '') return undefined
    if (text !== 'true' && text !== 'false') throw unreadable(`The value '${text}' is not valid for ${name}.`)
    return text === 'true'
  }

  /** A point in time as ISO 8601 in UTC; without a zone it is UTC. Anything else is a 400. */
  time(name: string): string | undefined {
    // A plus sign that the caller did not escape arrives as a space.
    const text = this.text(name)?.replace(/ (?=\d{2}:\d{2}$)/, '+')
    if (text === undefined || text === '') return undefined
    const time = new Date(/T.*(Z|[+-]\d{2}:\d{2})$|^\d{4}-\d{2}-\d{2}$/i.test(text) ? text : `${text}Z`)
    if (Number.isNaN(time.getTime())) throw unreadable(`The value '${text}' is not valid for ${name}.`)
    return time.toISOString()
  }

  /** Most operations read no parameter, so they are parsed when the first one is asked for. */
  #named(name: string): readonly string[] {
    this.#values ??= valuesOf(this.#url)
    return this.#values.get(name.toLowerCase()) ?? []
  }
}

function valuesOf(url: string): Map<string, string[]> {
  const values = new Map<string, string[]>()
  const start = url.indexOf('?')
  if (start === -1) return values
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    const key = name.toLowerCase().replace(/\[\d*\]$/, '')
    const known = values.get(key)
    if (known === undefined) values.set(key, [value])
    else known.push(value)
  }
  return values
}
