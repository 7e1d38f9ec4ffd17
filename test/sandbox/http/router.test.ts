import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CaseInsensitiveRouter } from '../../../src/sandbox/http/router.ts'

function routerOf(...routes: [method: string, path: string][]) {
  const router = new CaseInsensitiveRouter<string>()
  for (const [method, path] of routes) router.add(method, path, `${method} ${path}`)
  return router
}
const matched = (router: CaseInsensitiveRouter<string>, method: string, path: string) =>
  router.match(method, path)[0][0]

const router = routerOf(
  ['GET', '/cases'],
  ['POST', '/cases'],
  ['GET', '/cases/{id}'],
  ['GET', '/cases/{id}/timeline'],
  ['GET', '/cases/by-creditor-reference/{creditorReference}'],
  ['GET', '/webhooks/events'],
  ['DELETE', '/webhooks/{id}'],
)

test('literal segments match in any case, and parameters keep theirs', () => {
  fc.assert(
    fc.property(
      fc.mixedCase(fc.constant('cases')),
      fc.mixedCase(fc.constant('timeline')),
      fc.uuid(),
      (a, b, id) => {
        const value = id.toUpperCase()
        expect(matched(router, 'GET', `/${a}/${value}/${b}`)).toEqual([
          'GET /cases/{id}/timeline',
          { id: value },
        ])
      },
    ),
  )
})

test('a literal goes before a parameter', () => {
  expect(matched(router, 'GET', '/cases/by-creditor-reference/timeline')).toEqual([
    'GET /cases/by-creditor-reference/{creditorReference}',
    { creditorReference: 'timeline' },
  ])
})

test('a literal of another method does not hide a parameter', () => {
  expect(matched(router, 'DELETE', '/webhooks/events')).toEqual(['DELETE /webhooks/{id}', { id: 'events' }])
})

test('a slash at the end makes no difference, an empty segment does', () => {
  expect(matched(router, 'GET', '/cases/')?.[0]).toBe('GET /cases')
  expect(matched(router, 'GET', '/cases//')).toBeUndefined()
  expect(matched(router, 'GET', '//cases')).toBeUndefined()
})

test('tells which methods a path takes', () => {
  expect(router.methodsOf('/CASES')).toEqual(['GET', 'POST'])
  expect(router.methodsOf('/cases/1')).toEqual(['GET'])
  expect(router.methodsOf('/nothing')).toEqual([])
})
