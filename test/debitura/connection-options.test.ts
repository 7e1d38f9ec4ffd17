import { expect, it } from 'vitest'
import { connect, createRedactor } from '../../src/debitura/index.ts'

it.each([
  ['concurrency', 1],
  ['concurrency', 2.5],
  ['concurrency', 2_000],
  ['connectTimeoutMs', 0],
  ['answerTimeoutMs', Number.NaN],
  ['bodyLimitBytes', -1],
  ['retryForMs', Number.POSITIVE_INFINITY],
])('refuses %s: %d, and names it', (name, value) => {
  expect(() =>
    connect({ environment: 'sandbox', urls: {}, redactor: createRedactor(), [name]: value }),
  ).toThrow(
    expect.objectContaining({ code: 'DBT_SETTINGS', message: expect.stringContaining(`\`${name}\``) }),
  )
})
