import type { Params, Result, Router } from 'hono/router'

/** What stands before the first slash is no segment. */
const FIRST = 1

interface Branch<Handler> {
  readonly literals: Map<string, Branch<Handler>>
  /** Where a parameter goes on with a verb, as in `{id}:archive`; by the verb with its colon. */
  readonly verbs: Map<string, Branch<Handler>>
  parameter: Branch<Handler> | undefined
  readonly methods: Map<string, { readonly handler: Handler; readonly names: readonly string[] }>
}

const branch = <Handler>(): Branch<Handler> => ({
  literals: new Map(),
  verbs: new Map(),
  parameter: undefined,
  methods: new Map(),
})

function grown<Handler>(branches: Map<string, Branch<Handler>>, key: string): Branch<Handler> {
  const known = branches.get(key)
  if (known !== undefined) return known
  const fresh = branch<Handler>()
  branches.set(key, fresh)
  return fresh
}

/** Segments of a path, after an empty first one; a slash at the end makes no difference. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/')
  if (segments.length > 2 && segments.at(-1) === '') segments.pop()
  return segments
}

/** A segment that is a parameter, perhaps with a verb after it. */
const PARAMETER = /^\{(\w+)\}(:\w+)?$/

/**
 * Routes as ASP.NET does: literal segments match in any case and before parameters, and parameters keep their case.
 * Takes paths as OpenAPI spells them, `/divisions/{id}:archive`. Hono's own routers know none of it.
 */
export class CaseInsensitiveRouter<Handler> implements Router<Handler> {
  readonly name = 'CaseInsensitiveRouter'
  readonly #root = branch<Handler>()

  add(method: string, path: string, handler: Handler): void {
    const names: string[] = []
    let at = this.#root
    for (const segment of segmentsOf(path).slice(FIRST)) {
      const [, name, verb] = PARAMETER.exec(segment) ?? []
      if (name !== undefined) names.push(name)
      if (name === undefined) at = grown(at.literals, segment.toLowerCase())
      else if (verb !== undefined) at = grown(at.verbs, verb.toLowerCase())
      else {
        at.parameter ??= branch()
        at = at.parameter
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
    if (found !== undefined || segment === '') return found
    const colon = at.verbs.size > 0 ? segment.lastIndexOf(':') : -1
    const verb = colon > 0 ? at.verbs.get(segment.slice(colon).toLowerCase()) : undefined
    return (
      this.#findBeyond(verb, segment.slice(0, colon), segments, index, values, method) ??
      this.#findBeyond(at.parameter, segment, segments, index, values, method)
    )
  }

  #findBeyond(
    next: Branch<Handler> | undefined,
    value: string,
    segments: readonly string[],
    index: number,
    values: string[],
    method: string | undefined,
  ): Branch<Handler> | undefined {
    if (next === undefined) return undefined
    values.push(value)
    const found = this.#find(next, segments, index + 1, values, method)
    if (found === undefined) values.pop()
    return found
  }
}
