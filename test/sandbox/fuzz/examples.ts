import type { Operation } from '../../../src/contract/operations/index.ts'
import type { Sandbox } from '../../../src/sandbox/index.ts'
import { castOf } from '../../conformance/scenarios/cast.ts'
import { SCENARIOS } from '../../conformance/scenarios/index.ts'

/** Requests that went through: targets by API and path of the operation, bodies by its method too. */
export interface Examples {
  readonly targets: ReadonlyMap<string, readonly string[]>
  readonly bodies: ReadonlyMap<string, object>
}

/** The names under which examples of an operation are kept. */
export const placeOf = ({ api, path }: Pick<Operation, 'api' | 'path'>) => `${api} ${path}`
export const nameOf = ({ api, method, path }: Operation) => `${api} ${method} ${path}`

/** Carries out the scenarios that end in a success, all in one world: what they make furnishes it. */
export async function examplesIn(sandbox: Sandbox, world: string): Promise<Examples> {
  const targets = new Map<string, string[]>()
  const bodies = new Map<string, object>()
  const scenarios = Object.entries(SCENARIOS).flatMap(([api, stories]) =>
    Object.entries(stories).map(([operation, byStatus]) => ({ api, operation, byStatus })),
  )
  // What a deletion takes away is gone before the others need theirs.
  const ordered = scenarios.toSorted(
    (a, b) => Number(b.operation.startsWith('DELETE')) - Number(a.operation.startsWith('DELETE')),
  )
  for (const { api, operation, byStatus } of ordered) {
    const story = Object.entries(byStatus).find(([status]) => Number(status) < 300)?.[1]
    if (story === undefined) continue
    let last: { path: string; body: unknown } | undefined
    const watched: Sandbox = {
      ...sandbox,
      request: (to, path, init) => {
        last = { path, body: init?.body }
        return sandbox.request(to, path, init)
      },
    }
    await story(castOf(watched, world, () => undefined))
    const [method = '', path = ''] = operation.split(' ')
    if (last === undefined) continue
    // The last request of a scenario is the one that it is about.
    const place = `${api} ${path}`
    targets.set(place, [...(targets.get(place) ?? []), last.path])
    if (typeof last.body === 'string') bodies.set(`${api} ${method} ${path}`, JSON.parse(last.body))
  }
  return { targets, bodies }
}
