import { describe, expect, test } from 'vitest'
import { compareSchemas, UNSAID } from './compare-schemas.ts'
import type { Described, Piece } from './published.ts'

const documentOf = (schemas: Readonly<Record<string, Piece>> = {}): Described => ({
  paths: {},
  components: { schemas },
})

/** What differs between two schemas of documents with the given components. */
const between = (
  published: Piece,
  ours: Piece,
  { isRequest = false, theirs = {}, mine = {} }: { isRequest?: boolean; theirs?: object; mine?: object } = {},
) =>
  compareSchemas(
    { document: documentOf({ ...theirs }), schema: published },
    { document: documentOf({ ...mine }), schema: ours },
    isRequest,
  )

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })

describe('a difference is found in', () => {
  test.each<[string, Piece, Piece]>([
    ['type', { type: 'string' }, { type: 'number' }],
    ['format', { type: 'string', format: 'uuid' }, { type: 'string' }],
    ['enum', { type: 'string', enum: ['a', 'b'] }, { type: 'string', enum: ['a'] }],
    ['minLength', { type: 'string', minLength: 1 }, { type: 'string' }],
    ['maxLength', { type: 'string', maxLength: 5 }, { type: 'string', maxLength: 6 }],
    ['minimum', { type: 'number', minimum: 0 }, { type: 'number' }],
    ['maximum', { type: 'number', maximum: 9 }, { type: 'number' }],
    ['minItems', { type: 'array', minItems: 1 }, { type: 'array' }],
    ['default', { type: 'boolean', default: true }, { type: 'boolean' }],
    ['nullable', { type: 'string', nullable: true }, { type: 'string' }],
    ['nullable', { type: 'string' }, { type: 'string', nullable: true }],
  ])('%s', (kind, published, ours) => {
    const found = between(
      object({ list: { type: 'array', items: published } }),
      object({ list: { type: 'array', items: ours } }),
    )
    expect(found).toMatchObject([{ at: 'list[]', kind }])
  })

  test('properties, on either side', () => {
    const found = between(object({ a: {}, b: {} }), object({ b: {}, c: {} }))
    expect(found).toMatchObject([
      { at: 'a', kind: 'missing' },
      { at: 'c', kind: 'extra' },
    ])
  })

  test('what a request requires, and not in what an answer does', () => {
    const [published, ours] = [object({ a: {} }, { required: ['a'] }), object({ a: {} })]
    expect(between(published, ours, { isRequest: true })).toMatchObject([{ at: 'a', kind: 'required' }])
    expect(between(published, ours)).toEqual([])
  })

  test('the values of a map', () => {
    const map = (type: string) => object({}, { additionalProperties: { type } })
    expect(between(map('string'), map('number'))).toMatchObject([{ at: '{}', kind: 'type' }])
    expect(between(map('string'), object({}, { additionalProperties: false }))).toMatchObject([
      { at: '{}', kind: 'additionalProperties' },
    ])
  })
})

describe('references', () => {
  test('are followed on both sides, whatever the names', () => {
    const found = between(object({ a: ref('Theirs') }), object({ a: { allOf: [ref('Mine')] } }), {
      theirs: { Theirs: object({ b: { type: 'string' } }) },
      mine: { Mine: object({ b: { type: 'number' } }) },
    })
    expect(found).toMatchObject([{ at: 'a.b', kind: 'type' }])
  })

  test('in a circle come to an end', () => {
    const tree = {
      Tree: object({ children: { type: 'array', items: ref('Tree') }, leaf: { type: 'string' } }),
    }
    const bare = { Tree: object({ children: { type: 'array', items: ref('Tree') } }) }
    expect(between(ref('Tree'), ref('Tree'), { theirs: tree, mine: tree })).toEqual([])
    expect(between(ref('Tree'), ref('Tree'), { theirs: tree, mine: bare })).toMatchObject([{ at: 'leaf' }])
  })

  test('cannot say that they may be null, which is told apart from saying no', () => {
    const components = { theirs: { One: object({}) }, mine: { One: object({}) } }
    const ours = object({ a: { allOf: [ref('One')], nullable: true } })
    expect(between(object({ a: ref('One') }), ours, components)).toMatchObject([
      { at: 'a', kind: 'nullable', published: UNSAID, ours: true },
    ])
  })

  test('that lead nowhere are an error', () => {
    expect(() => between(ref('Nothing'), {})).toThrow('leads nowhere')
  })
})

test('a least length of nothing is no limit', () => {
  expect(between({ type: 'string', minLength: 0 }, { type: 'string' })).toEqual([])
})
