import type { Params, Result, Router } from 'hono/router'

/** What stands before the first slash is no segment. */
const FIRST = 1

interface Branch<Handler> {
  readonly literals: Map<string, Branch<Handler>>
  parameter: Branch<Handler> | undefined
  readonly methods: Map<string, { readonly handler: Handler; readonly names: readonly string[] }>
}

const branch = <Handler>(): Branch<Handler> => ({
  literals: new Map(),
  parameter: undefined,
  methods: new Map(),
})

/** Segments of a path, after an empty first one; a slash at the end makes no difference. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/')
  if (segments.length > 2 && segments.at(-1) === '') segments.pop()
  return segments
}

/**
 * Routes as ASP.NET does: literal segments match in any case and before parameters, and parameters keep their case.
 * Hono's own routers know neither.
 */
export class CaseInsensitiveRouter<Handler> implements Router<Handler> {
  readonly name = 'CaseInsensitiveRouter'
  readonly #root = branch<Handler>()

  /** Takes Hono's spelling of a parameter, `/cases/:id`. */
  add(method: string, path: string, handler: Handler): void {
    const names: string[] = []
    let at = this.#root
    for (const segment of segmentsOf(path).slice(FIRST)) {
      if (segment.startsWith(':')) {
        names.push(segment.slice(1))
        at.parameter ??= branch()
        at = at.parameter
      } else {
        const literal = segment.toLowerCase()
        const next = at.literals.get(literal) ?? branch<Handler>()
        at.literals.set(literal, next)
        at = next
      }
    }
    at.methods.set(method, { handler, names })
  }

  match(method: string, path: string): Result<Handler> {
    const values: string[] = []
    const found = this.#find(this.#root, segmentsOf(path), FIRST, values, method)?.methods.get(method)
    if (found === undefined) return [[]]
    const params: Params = {}
    found.names.forEach((name, index) => {
      params[name] = values[index] ?? ''
    })
    return [[[found.handler, params]]]
  }

  /** The methods that a path takes; none for an unknown path. */
  methodsOf(path: string): string[] {
    return [...(this.#find(this.#root, segmentsOf(path), FIRST, [])?.methods.keys() ?? [])]
  }

  #find(
    at: Branch<Handler>,
    segments: readonly string[],
    index: number,
    values: string[],
    method?: string,
  ): Branch<Handler> | undefined {
    const segment = segments[index]
    if (segment === undefined) {
      const answers = method === undefined ? at.methods.size > 0 : at.methods.has(method)
      return answers ? at : undefined
    }
    const literal = at.literals.get(segment) ?? at.literals.get(segment.toLowerCase())
    const found = literal && this.#find(literal, segments, index + 1, values, method)
    if (found !== undefined || at.parameter === undefined || segment === '') return found
    values.push(segment)
    const beyond = this.#find(at.parameter, segments, index + 1, values, method)
    if (beyond === undefined) values.pop()
    return beyond
  }
}
