import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../src/kit/payload/merge.ts'

const DANGEROUS = ['__proto__', 'constructor', 'prototype', 'toString']

/** Plain data of any depth, with dangerous names among its fields. */
const fields = fc.letrec<{ value: unknown; fields: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, undefined, true, 0, '', 'text'),
    fc.array(fc.integer(), { maxLength: 2 }),
    tie('fields'),
  ),
  fields: fc
    .array(fc.tuple(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...DANGEROUS)), tie('value')), {
      maxLength: 4,
    })
    .map((entries) => {
      const made: Record<string, unknown> = {}
      for (const [name, value] of entries) {
        Object.defineProperty(made, name, { value, enumerable: true, writable: true, configurable: true })
      }
      return made
    }),
})).fields

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}

describe('laying overrides over defaults', () => {
  it('changes neither', () => {
    fc.assert(
      fc.property(fields, fields, (defaults, overrides) => {
        expect(() => merge(frozen(defaults), frozen(overrides))).not.toThrow()
      }),
    )
  })

  it('never reaches the prototype of anything', () => {
    const before = Reflect.ownKeys(Object.prototype)
    fc.assert(
      fc.property(fields, fields, (defaults, overrides) => {
        expect(Object.getPrototypeOf(merge(defaults, overrides))).toBe(Object.prototype)
        expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
      }),
    )
    const parsed = JSON.parse('{"__proto__":{"isTest":false},"debtor":{"__proto__":{"tag":"other"}}}')
    const merged = merge<{ isTest?: boolean; debtor: { tag?: string } }>({ debtor: {} }, parsed)
    expect([merged.isTest, merged.debtor.tag]).toEqual([undefined, undefined])
  })

  it('keeps what is undefined, takes null as a value, and replaces lists', () => {
    const defaults = { a: 1, b: { c: 2, d: [1, 2] }, e: 'x' }
    expect(merge(defaults, { a: undefined, b: { c: null, d: [3] }, e: undefined })).toEqual({
      a: 1,
      b: { c: null, d: [3] },
      e: 'x',
    })
    expect(merge(defaults, { b: null })).toEqual({ a: 1, b: null, e: 'x' })
  })

  it('gives each field the value that was given, or the default', () => {
    const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.integer(), { nil: undefined }))
    fc.assert(
      fc.property(flat, flat, (defaults, overrides) => {
        const merged = merge(defaults, overrides)
        for (const name of ['a', 'b', 'c']) expect(merged[name]).toBe(overrides[name] ?? defaults[name])
      }),
    )
  })

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(fields, fields, (defaults, overrides) => {
        const once = merge(defaults, overrides)
        expect(merge(once, overrides)).toEqual(once)
      }),
    )
  })

  it('with nothing is the defaults', () => {
    fc.assert(
      fc.property(fields, (defaults) => {
        expect(merge(defaults, {})).toEqual(defaults)
      }),
    )
  })

  it('reads a getter once, so that it cannot change its mind', () => {
    let reads = 0
    const overrides = {
      get tag() {
        reads += 1
        return reads === 1 ? 'first' : 'second'
      },
    }
    expect(merge({ tag: 'default' }, overrides)).toEqual({ tag: 'first' })
    expect(reads).toBe(1)
  })

  it('takes a date, a map or an instance of a class as it is', () => {
    class Money {
      readonly amount = 7
    }
    const given = { date: new Date(0), map: new Map(), money: new Money() }
    const merged = merge<Record<string, unknown>>(
      { date: {}, map: {}, money: { amount: 1, currency: 'EUR' } },
      given,
    )
    for (const name of ['date', 'map', 'money'] as const) expect(merged[name]).toBe(given[name])
  })

  it('takes literals of another realm, as tests in a virtual machine make them, and such without a prototype', async () => {
    const { runInNewContext } = await import('node:vm')
    const foreign = runInNewContext('({ debtor: { name: "Foreign" } })')
    expect(merge({ debtor: { name: 'x', city: 'Bremen' } }, foreign)).toEqual({
      debtor: { name: 'Foreign', city: 'Bremen' },
    })
    const bare = Object.assign(Object.create(null), { debtor: { name: 'Bare' } })
    expect(merge({ debtor: { name: 'x', city: 'Bremen' } }, bare)).toEqual({
      debtor: { name: 'Bare', city: 'Bremen' },
    })
  })

  it.each([undefined, null, 7, 'text', [], new Date(0)])('that are %j changes nothing', (overrides) => {
    const defaults = { a: 1 }
    expect(merge(defaults, overrides)).toBe(defaults)
  })
})
