import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { API_NAMES } from '../../src/contract/words/index.ts'
import type { OpenApiDocument } from '../../src/sandbox/index.ts'
import { importsOf } from '../imports.ts'
import { started } from './callers.ts'

const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  )

/** Everything that a piece of a document refers to. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : referencesIn(inner),
  )
}

describe.each(API_NAMES)('the document of the %s API', (api) => {
  const document = async () => (await started()).openapi(api)

  test('refers to components that it has, and has none that nothing refers to', async () => {
    const described = await document()
    const components = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(referencesIn(described))].toSorted()).toEqual(components.toSorted())
  })

  test('has a name of its own for every operation', async () => {
    const names = operationsOf(await document()).map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  test('declares the parameters of every path, and no others', async () => {
    for (const { path, operation } of operationsOf(await document())) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(
        declared.map(({ name }) => name),
        path,
      ).toEqual(names)
      for (const { required } of declared) expect(required, path).toBe(true)
    }
  })

  test('declares no parameter twice, and names one answer at least', async () => {
    for (const { path, operation } of operationsOf(await document())) {
      const parameters = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`)
      expect(new Set(parameters).size, path).toBe(parameters.length)
      expect(Object.keys(operation.responses).length, path).toBeGreaterThan(0)
    }
  })

  test('has nothing beside a reference, where OpenAPI 3.0 reads nothing', async () => {
    const beside = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return []
      const own = '$ref' in value ? Object.keys(value).filter((key) => key !== '$ref') : []
      return [...own, ...Object.values(value).flatMap(beside)]
    }
    expect(beside(await document())).toEqual([])
  })

  test('is served without a key, and to a page of any origin, with the sandbox as its server', async () => {
    const sandbox = await started()
    const described = await sandbox.openapi(api)
    expect(described.servers.map(({ url }) => url)).toEqual([sandbox.urls[api]])
    for (const path of [`/openapi/${api}-api.json`, '/swagger/v1/swagger.json']) {
      const response = await fetch(`${sandbox.urls[api]}${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.json()).toEqual(JSON.parse(JSON.stringify(described)))
    }
  })
})

test('says how callers make themselves known: by a key, and on the Customer API by a token too', async () => {
  const sandbox = await started()
  const schemes = async (api: (typeof API_NAMES)[number]) => {
    const { components, security } = await sandbox.openapi(api)
    expect(security.flatMap(Object.keys)).toEqual(Object.keys(components.securitySchemes))
    return Object.keys(components.securitySchemes)
  }
  expect(await schemes('customer')).toEqual(['ApiKey', 'Bearer'])
  expect(await schemes('referral-partner')).toEqual(['ApiKey'])
  expect(await schemes('collection-partner')).toEqual(['ApiKey'])
})

test('the key of a safe repetition is a header of the operations that take it', async () => {
  const { paths } = await (await started()).openapi('customer')
  expect(paths['/cases']?.post?.parameters).toContainEqual({
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', maxLength: 255 },
  })
  expect(paths['/cases']?.get?.parameters?.map(({ name }) => name)).not.toContain('Idempotency-Key')
})

test('what writes the document is loaded when one is asked for, not when a sandbox starts', () => {
  const room = fileURLToPath(new URL('../../src/sandbox', import.meta.url))
  const loads = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/openapi.(schema|operation|document)/.test(file))
    .flatMap((file) => importsOf(join(room, file)))
    .filter(({ from }) => /to-json-schema|openapi\/document|\.\/document/.test(from))
  expect(loads.length).toBeGreaterThan(0)
  for (const { typeOnly, dynamic } of loads) expect(typeOnly || dynamic).toBe(true)
})
