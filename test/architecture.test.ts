import { readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf } from './imports.ts'

const SOURCES = fileURLToPath(new URL('../src', import.meta.url))

/** What a room may import of others. `values` are there when it runs; `types` are not. A folder stands for all in it. */
interface Rule {
  readonly values: readonly string[]
  readonly types?: readonly string[]
  /** One file that may load a room on the way, and which. */
  readonly onTheWay?: Readonly<Record<string, string>>
}

const ADAPTERS = ['jest', 'playwright', 'vitest']
const ALL_BUT_ADAPTERS = [
  'contract',
  'debitura',
  'errors',
  'kit',
  'matchers',
  'protocol',
  'runner',
  'sandbox',
  'script',
  'steward',
  'sweep',
  'terminal',
  'webhooks',
]

const RULES: Readonly<Record<string, Rule>> = {
  contract: { values: [] },
  errors: { values: [] },
  protocol: { values: ['contract', 'errors'] },
  kit: { values: ['contract/words', 'errors', 'protocol', 'webhooks'], types: ['contract'] },
  webhooks: {
    values: ['contract/words', 'errors', 'kit/payload/merge.ts'],
    types: ['contract'],
  },
  debitura: { values: ['contract', 'errors'] },
  steward: {
    values: ['contract', 'debitura', 'errors', 'protocol', 'webhooks'],
    onTheWay: { 'steward/host.ts': 'sandbox' },
  },
  sweep: { values: ['contract', 'debitura', 'errors', 'protocol', 'steward'] },
  sandbox: { values: ['contract', 'errors', 'webhooks'] },
  terminal: {
    values: ['contract/words', 'errors', 'protocol', 'sweep/older-than.ts'],
    types: ['steward', 'sweep'],
  },
  matchers: { values: ['contract/words', 'errors', 'kit'] },
  runner: { values: ['errors', 'kit', 'protocol', 'steward', 'terminal'] },
  jest: { values: ['errors', 'kit', 'matchers', 'runner', 'steward'] },
  playwright: { values: ['errors', 'kit', 'matchers', 'runner', 'steward'] },
  vitest: { values: ['errors', 'kit', 'matchers', 'protocol', 'runner', 'steward'] },
  script: { values: ALL_BUT_ADAPTERS },
  cli: { values: ALL_BUT_ADAPTERS },
  'index.ts': { values: ALL_BUT_ADAPTERS },
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
const roomOf = (path: string) => path.split('/')[0] ?? path

/** What of our own a file imports that its room may not. */
function breaches(file: string): string[] {
  const room = roomOf(file)
  const { values = [], types = [], onTheWay = {} } = RULES[room] ?? {}
  const isAllowed = (target: string, { typeOnly, dynamic }: Import) => {
    const isIn = (folders: readonly string[]) =>
      folders.some((folder) => `${target}/`.startsWith(`${folder}/`))
    if (roomOf(target) === room || isIn(values)) return true
    if (typeOnly && isIn(types)) return true
    return dynamic && isIn([onTheWay[file] ?? '-'])
  }
  return importsOf(join(SOURCES, file))
    .filter(({ from }) => from.startsWith('.') && from.endsWith('.ts'))
    .map((found) => ({
      found,
      target: relative(SOURCES, join(SOURCES, dirname(file), found.from)).replaceAll('\\', '/'),
    }))
    .filter(({ found, target }) => !isAllowed(target, found))
    .map(({ target }) => `${file} imports ${target}`)
}

describe('rooms', () => {
  it('are all known here, each with what it may import', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(RULES).sort())
  })

  it.each(Object.keys(RULES))('%s imports what it may, and nothing else', (room) => {
    expect(files.filter((file) => roomOf(file) === room).flatMap(breaches)).toEqual([])
  })

  it('never import an adapter', () => {
    for (const { values, types = [] } of Object.values(RULES))
      expect([...values, ...types].filter((room) => ADAPTERS.includes(room))).toEqual([])
  })
})

describe('the sandbox', () => {
  const imported = (folder: string) =>
    files
      .filter((file) => file.startsWith(`sandbox/${folder}/`))
      .flatMap((file) =>
        importsOf(join(SOURCES, file)).map(({ from }) =>
          relative(SOURCES, join(SOURCES, dirname(file), from)).replaceAll('\\', '/'),
        ),
      )

  it.each([
    ['rules', 'onboarding'],
    ['rules', 'control'],
    ['onboarding', 'control'],
    ['control', 'onboarding'],
  ])('keeps %s apart from %s', (room, other) => {
    expect(imported(room).filter((target) => target.startsWith(`sandbox/${other}/`))).toEqual([])
  })
})

describe('packages', () => {
  const packagesOf = (rooms: readonly string[]) =>
    files
      .filter((file) => rooms.includes(roomOf(file)))
      .flatMap((file) =>
        importsOf(join(SOURCES, file))
          .filter(({ from, typeOnly }) => !typeOnly && !from.startsWith('.'))
          .map(({ from }) => from),
      )

  it('are not loaded by what a test holds, but for the channel, which is built in', () => {
    expect(new Set(packagesOf(['errors', 'kit', 'protocol']))).toEqual(
      new Set(['birpc', 'node:fs', 'node:net']),
    )
  })

  it('are not loaded by webhooks, which need no more than a digest', () => {
    expect(new Set(packagesOf(['webhooks']))).toEqual(new Set(['node:crypto']))
  })

  it('are not loaded by what Debitura says, but for its schemas', () => {
    expect(new Set(packagesOf(['contract']))).toEqual(new Set(['valibot']))
  })
})
