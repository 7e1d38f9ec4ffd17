import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveControl } from '../../src/sandbox/control/routes.ts'
import { Debitura } from '../../src/sandbox/debitura.ts'
import { createApi } from '../../src/sandbox/http/api.ts'
import { settingsFrom } from '../../src/sandbox/options.ts'

const page = await readFile(new URL('../../docs/sandbox.md', import.meta.url), 'utf8')
const examples = page.split(/^## /m).flatMap((section) => {
  const [heading = ''] = section.split('\n')
  return [...section.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => ({ heading, code }))
})
const FOLDER = new URL('../../.vitest/docs/', import.meta.url)

beforeAll(() => mkdir(FOLDER, { recursive: true }))
afterAll(() => rm(FOLDER, { recursive: true }))

test.each(examples)('the example of "$heading" runs', async ({ heading, code }) => {
  const file = new URL(`${heading.replaceAll(/\W+/g, '-')}.ts`, FOLDER)
  await writeFile(file, code.replace("'debitura-testkit/sandbox'", "'../../src/sandbox/index.ts'"))
  await import(/* @vite-ignore */ file.pathname)
})

test('every example is found', () => {
  expect(examples).toHaveLength(page.split('```ts').length - 1)
})

test('every control is listed', () => {
  const debitura = new Debitura(settingsFrom({}))
  const api = createApi(debitura, [])
  serveControl(api, 'customer', debitura)
  const missing = api.routes.filter(({ path }) => !page.includes(`${path}\``))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
