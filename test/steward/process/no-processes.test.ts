import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DIST, isBuilt } from './steward-process.ts'

/** Forbids all that is not allowed; its name lost the `experimental` on the way. */
const FORBIDDEN = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

const SCRIPT = `
  import { startRun } from ${JSON.stringify(join(DIST, 'index.js'))}
  const run = await startRun()
  await run.debitura.cases.create()
  const { tallies, leftovers } = await run.end()
  console.log(JSON.stringify({ tally: tallies.case, leftovers }))
`

it.skipIf(!isBuilt)('a run that may start no process is hosted in the one that there is', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dbt-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      FORBIDDEN,
      '--allow-fs-read=*',
      '--allow-fs-write=*',
      '--no-warnings',
      '--input-type=module',
      '--eval',
      SCRIPT,
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH, TMPDIR: directory } },
  )
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ tally: { made: 1, deleted: 1 }, leftovers: [] })
  expect(status).toBe(0)
})
