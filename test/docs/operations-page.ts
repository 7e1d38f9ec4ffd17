import { API_NAMES, API_TITLES, type ApiName } from '../../src/contract/words/index.ts'
import type { Implementation } from '../../src/sandbox/http/implement.ts'
import { type Described, operationsOf } from '../conformance/published.ts'
import type { ScenariosByApi } from '../conformance/scenarios/story.ts'

/** What the page is written from. */
export interface Sources {
  readonly published: Readonly<Record<ApiName, Described>>
  readonly implemented: Readonly<Record<ApiName, readonly Implementation[]>>
  /** What calls lead to. */
  readonly scenarios: ScenariosByApi
  /** What the sandbox is told to answer. */
  readonly ordered: ScenariosByApi
}

interface Row {
  readonly operation: string
  /** The sandbox's own name for it; `undefined` where it does not answer it. */
  readonly name: string | undefined
  readonly statuses: readonly string[]
  readonly notes: readonly string[]
}

/** Writes the page that lists every published operation. */
export function operationsPage(sources: Sources): string {
  const rows = API_NAMES.map((api) => rowsOf(api, sources))
  const all = rows.flat()
  const implemented = all.filter(({ name }) => name !== undefined).length
  const answers = all.reduce((sum, { statuses }) => sum + statuses.length, 0)
  const sections = API_NAMES.map((api, index) => sectionOf(API_TITLES[api], rows[index] ?? []))
  return [
    '# Operations',
    '',
    '<!-- Written by `npm run docs`. -->',
    '',
    `Debitura publishes ${all.length} operations. The sandbox answers ${implemented} of them, with state behind each. A test brings them`,
    `to the ${answers} statuses below, and holds every answer on the way against the published schemas: names, types,`,
    'formats, limits, nothing beside what is published. A status with a star is one that the sandbox was told to answer',
    'with, by a fault: nothing else leads to it there.',
    '',
    'Any operation may also answer 401, 405, 413, 415 or 429, whether or not its document says so, and a 400 may speak',
    'of single fields or be a problem as ASP.NET writes it. Where the documents and the sandbox differ, and why, is in',
    '`test/conformance/deliberate-differences.ts`.',
    ...sections,
    '',
  ].join('\n')
}

function sectionOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ operation, name, statuses, notes }) =>
      `| \`${operation}\` | ${name === undefined ? 'no' : `yes, \`${name}\``} | ${statuses.join(', ')} | ${notes.join('; ')} |`,
  )
  const head = ['| operation | implemented | answers validated | notes |', '|---|---|---|---|']
  return ['', `## ${title}`, '', ...head, ...lines].join('\n')
}

function rowsOf(api: ApiName, { published, implemented, scenarios, ordered }: Sources): Row[] {
  const names = new Map(
    implemented[api].map(({ operation: { method, path, name } }) => [`${method} ${path}`, name]),
  )
  return [...operationsOf(published[api])].map(([operation, described]) => {
    const led = Object.keys(scenarios[api][operation] ?? {})
    const told = Object.keys(ordered[api][operation] ?? {})
    const unseen = Object.keys(described.responses).filter((status) => ![...led, ...told].includes(status))
    return {
      operation,
      name: names.get(operation),
      statuses: [...led, ...told.map((status) => `${status}*`)].toSorted(),
      notes: [
        ...(described.deprecated ? ['deprecated'] : []),
        ...(unseen.length > 0 ? [`not validated: ${unseen.join(', ')}`] : []),
      ],
    }
  })
}
