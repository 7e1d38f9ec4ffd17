import type { WorldView } from '../../src/sandbox/index.ts'

/** Everything that a world holds, row by row: name of the table and of the row, and the row as canonical JSON. */
export type Contents = ReadonlyMap<string, string>

/** What is no record of anybody's: the kit may leave traces there, as any caller does. */
const TRACES = ['agenda', 'calls', 'events', 'faults', 'outbox', 'sequences', 'storedAnswers']

/** Reads a world. */
export function contentsOf(world: WorldView): Contents {
  const { accounts, rows } = world.snapshot().copy()
  const tables = Object.entries(rows).filter(([name]) => !TRACES.includes(name))
  return new Map([
    ...Object.entries(accounts).map(([name, account]) => [`accounts ${name}`, canonical(account)] as const),
    ...tables.flatMap(([table, list]) =>
      list.map((row) => {
        const text = canonical(row)
        return [`${table} ${nameOf(row) ?? text}`, text] as const
      }),
    ),
  ])
}

/** How many things a world holds that somebody made. Cheap enough to ask after every request. */
export function sizeOf(world: WorldView): number {
  return world.cases().length + world.clients().length + world.webhooks().length
}

function nameOf(row: unknown): string | undefined {
  const { id, externalTenantId } = row as { readonly id?: unknown; readonly externalTenantId?: unknown }
  const name = externalTenantId ?? id
  return typeof name === 'string' ? name : undefined
}

/** JSON in which the order of keys says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
