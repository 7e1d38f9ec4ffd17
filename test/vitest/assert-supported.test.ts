import { expect, it } from 'vitest'
import { assertSupported } from '../../src/vitest/assert-supported.ts'

it.each(['3.2.0', '3.2.7', '3.10.0', '4.1.12', '5.0.0', '10.0.0'])('Vitest %s is taken', (version) => {
  expect(() => assertSupported(version)).not.toThrow()
})

it.each(['2.1.9', '3.1.4', '1.6.0', '0.34.0'])('Vitest %s is refused, by its version', (version) => {
  expect(() => assertSupported(version)).toThrow(
    expect.objectContaining({
      code: 'DBT_SETTINGS',
      message: expect.stringContaining(`Vitest ${version} is not supported. Install Vitest 3.2 or later`),
    }),
  )
})

it('the one that stands beside the kit is', () => {
  expect(() => assertSupported()).not.toThrow()
})
