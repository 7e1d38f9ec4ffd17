import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importsOf } from '../imports.ts'
import { assertBuilt } from './harness/assert-built.ts'
import { BUILT } from './harness/paths.ts'

/** What a file loads before it runs: packages and modules of Node, through all files of ours in between. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  const loaded = new Set<string>()
  if (seen.has(file)) return loaded
  seen.add(file)
  for (const { from, dynamic } of importsOf(file)) {
    if (dynamic) continue
    if (!from.startsWith('.')) loaded.add(from)
    else for (const further of loadedBy(join(file, '..', from), seen)) loaded.add(further)
  }
  return loaded
}

assertBuilt()

it.each([
  ['vitest/index.js', ['node:crypto', 'node:fs', 'node:net', 'vitest']],
  ['vitest/setup.js', ['vitest']],
])('%s loads no package but Vitest, which is loaded anyway, and no HTTP', (entry, loaded) => {
  expect([...loadedBy(join(BUILT, entry))].sort()).toEqual(loaded)
})

it('the entry for browsers loads nothing at all', () => {
  expect([...loadedBy(join(BUILT, 'vitest/browser.js'))]).toEqual([])
})
