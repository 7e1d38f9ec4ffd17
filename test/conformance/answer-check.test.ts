import { describe, expect, test } from 'vitest'
import { AnswerCheck } from './answer-check.ts'
import type { Piece } from './published.ts'

const content = (schema: Piece) => ({ content: { 'application/json': { schema } } })
const ref = { $ref: '#/components/schemas/Thing' }

const check = new AnswerCheck('customer', {
  paths: {
    '/things/{id}': { get: { responses: { 200: content(ref), 400: content(ref), 404: {} } } },
    '/things/search': { get: { responses: { 200: content({ type: 'array', items: ref }) } } },
    '/things/{id}:close': { post: { responses: { 204: {} } } },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          at: { type: 'string', format: 'date-time', nullable: true },
          count: { type: 'integer', format: 'int32' },
          parent: ref,
        },
        additionalProperties: false,
      },
    },
  },
})
const ID = '11111111-2222-4333-8444-555555555555'
const read = (body: unknown, status = 200) => check.problems('GET /things/{id}', status, body)

test('an operation is known by its request: what is written out before what is a parameter', () => {
  expect(check.operationOf('GET', `/things/${ID}`)).toBe('GET /things/{id}')
  expect(check.operationOf('GET', '/things/search')).toBe('GET /things/search')
  expect(check.operationOf('POST', `/Things/${ID}:close`)).toBe('POST /things/{id}:close')
  expect(check.operationOf('DELETE', `/things/${ID}`)).toBeUndefined()
})

describe('an answer', () => {
  test.each([
    [{ id: ID, at: '2026-06-17T08:30:00.123', count: 1, parent: null }],
    [{ id: ID, at: '2026-06-17T08:30:00Z', parent: { id: ID, parent: null } }],
    [{ id: ID, at: null }],
  ])('may be %o', (body) => {
    expect(read(body)).toEqual([])
  })

  test.each([
    ['a UUID that is none', { id: 'seven' }],
    ['a day where a time belongs', { at: '2026-06-17' }],
    ['a fraction where a whole number belongs', { count: 1.5 }],
    ['a whole number of more than 32 bits', { count: 2 ** 31 }],
    ['null where it is not allowed', { id: null }],
    ['what is not published', { name: 'x' }],
    ['any of it further down', { parent: { count: '1' } }],
    ['another shape', []],
  ])('may not have %s', (_, body) => {
    expect(read(body)).not.toEqual([])
  })

  test('is checked item by item in a list', () => {
    expect(check.problems('GET /things/search', 200, [{}, { count: '1' }])).toMatchObject([
      expect.stringContaining('[].count'),
    ])
  })

  test('has a documented status, or one that any operation may have', () => {
    expect(read({}, 409)).toMatchObject([expect.stringContaining('not documented')])
    expect(read({}, 429)).toEqual([])
  })

  test('has no body where a success has none', () => {
    expect(check.problems('POST /things/{id}:close', 204, undefined)).toEqual([])
    expect(check.problems('POST /things/{id}:close', 204, {})).toHaveLength(1)
  })

  test('of 400 may speak of fields, or be a problem, and nothing else', () => {
    expect(read({ currencyCode: ['Unknown'] }, 400)).toEqual([])
    expect(read({ title: 'Bad', status: 400 }, 400)).toEqual([])
    expect(read({ reason: 'none' }, 400)).not.toEqual([])
  })
})
