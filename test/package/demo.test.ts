import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 150_000 })

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

it('shows two shards that leave somebody else’s data as it was, and nothing of ours', () => {
  const project = 'fixtures/projects/receivables'
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', at(`${project}/demo.ts`)],
    {
      cwd: at('.'),
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env.PATH, NO_COLOR: '1', TSX_TSCONFIG_PATH: at(`${project}/tsconfig.json`) },
    },
  )

  expect(stderr).toBe('')
  expect(stdout).toContain('Shard 1/2 passed')
  expect(stdout).toContain('Shard 2/2 passed')
  expect(stdout.match(/left nothing behind/g)).toHaveLength(2)
  expect(stdout).toMatch(/\nOK {2}Both shards passed, 13 of 13 items of somebody else are as they were/)
  expect(status).toBe(0)
})
