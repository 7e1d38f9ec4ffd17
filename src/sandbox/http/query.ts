import { time, truth, wholeNumber } from './query-text.ts'
import { badRequest, unreadable } from './refusal.ts'

/**
 * Query parameters as Debitura reads them: names in any case, lists repeated, separated by commas, or spelled `Name[]`.
 * @see docs.debitura.com/developer-concepts/pagination
 */
export class Query {
  readonly #url: string
  #values: ReadonlyMap<string, readonly string[]> | undefined

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
    const value = this.#read(name, wholeNumber)
    if (value === undefined) return fallback
    if (value < bounds.min || value > bounds.max) {
      throw badRequest('InvalidPaging', `${name} must be between ${bounds.min} and ${bounds.max}.`)
    }
    return value
  }

  /** `true` or `false`, in any case. Anything else is a 400. */
  flag(name: string): boolean | undefined {
    return this.#read(name, truth)
  }

  /** A point in time as ISO 8601 in UTC; without a zone it is UTC. Anything else is a 400. */
  time(name: string): string | undefined {
    return this.#read(name, time)
  }

  /** The names of all that was given, in lower case. */
  names(): Iterable<string> {
    return this.#all().keys()
  }

  #read<Value>(name: string, parse: (text: string) => Value | undefined): Value | undefined {
    const text = this.text(name)
    if (text === undefined || text === '') return undefined
    const value = parse(text)
    if (value === undefined) throw unreadable(`The value '${text}' is not valid for ${name}.`)
    return value
  }

  #named(name: string): readonly string[] {
    return this.#all().get(name.toLowerCase()) ?? []
  }

  /** Most requests have no parameter, so they are parsed when the first one is asked for. */
  #all(): ReadonlyMap<string, readonly string[]> {
    this.#values ??= valuesOf(this.#url)
    return this.#values
  }
}

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map()

function valuesOf(url: string): ReadonlyMap<string, readonly string[]> {
  const start = url.indexOf('?')
  if (start === -1) return NOTHING
  const values = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    const key = name.toLowerCase().replace(/\[\d*\]$/, '')
    const known = values.get(key)
    if (known === undefined) values.set(key, [value])
    else known.push(value)
  }
  return values
}
