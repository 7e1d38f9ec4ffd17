/**
 * For `preset`: the run, and an environment that gives it to the tests. Jest looks for a file of this name.
 * @module
 */
import { fileURLToPath } from 'node:url'

/** As much of a Jest config as the kit needs. */
export interface JestPreset {
  readonly globalSetup: string
  readonly globalTeardown: string
  readonly testEnvironment: string
}

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))

const preset: JestPreset = {
  globalSetup: at('./global-setup.js'),
  globalTeardown: at('./global-teardown.js'),
  testEnvironment: at('./environment.js'),
}

export default preset
