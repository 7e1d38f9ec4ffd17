/**
 * What a browser gets in place of the fixtures: one clear error.
 * @module
 */
import { DebituraTestkitError } from '../errors/index.ts'

throw new DebituraTestkitError({
  code: 'DBT_BROWSER',
  what: 'Failed to load debitura-testkit',
  why: 'it was imported in a browser, where API keys must not be and local sockets cannot be reached',
  todo: 'Use it in a Vitest project without `browser`, and test the page against an application that runs there',
})
