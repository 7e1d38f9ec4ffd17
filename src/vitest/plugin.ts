/**
 * The one-line install for Vitest.
 * @module
 */
import { fileURLToPath } from 'node:url'
import type { TestProject, Vitest } from 'vitest/node'
import { keepOptions } from '../runner/shared-run.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { checkOptions } from '../steward/options.ts'
import { assertSupported } from './assert-supported.ts'

/** A Vitest plugin, as Vitest 3.2, 4 and 5 all take it. */
export interface DebituraPlugin {
  readonly name: string
  /** Where Vite has plugins keep what others may ask of them. */
  readonly api: { readonly options: DebituraOptions }
  configureVitest(context: { readonly vitest: Vitest; readonly project: TestProject }): void
}

const NAME = 'debitura-testkit'
const GLOBAL_SETUP = fileURLToPath(new URL('./global-setup.js', import.meta.url))
const SETUP = fileURLToPath(new URL('./setup.js', import.meta.url))

/**
 * Installs the kit: a run for the whole Vitest process, and the matchers in every test file.
 * @throws DebituraTestkitError `DBT_SETTINGS` for an option that is unknown or of the wrong type, or a Vitest that is too old
 * @example
 * ```ts
 * // vitest.config.ts
 * import { debitura } from 'debitura-testkit/vitest/plugin'
 * import { defineConfig } from 'vitest/config'
 *
 * export default defineConfig({ plugins: [debitura()] })
 * ```
 */
export function debitura(options: DebituraOptions = {}): DebituraPlugin {
  refuseWrong(options)
  assertSupported()
  return {
    name: NAME,
    api: { options },
    configureVitest({ vitest, project }) {
      keepOptions(vitest, optionsOfRoot(vitest))
      keepOptions(vitest, options)
      // On the root: once for the run, however many projects there are. The config is resolved by now, so it is a list.
      addOnce(vitest.config.globalSetup as string[], GLOBAL_SETUP)
      if (!project.config.browser?.enabled) addOnce(project.config.setupFiles, SETUP)
    },
  }
}

/** The stack of what it throws starts where the plugin was called. */
function refuseWrong(options: DebituraOptions): void {
  try {
    checkOptions(options)
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, debitura)
    throw error
  }
}

/**
 * What the root config gives to its plugin. Where there are projects, Vitest calls the plugins of the projects, and the
 * root's own only through those that extend it.
 */
function optionsOfRoot(vitest: Vitest): DebituraOptions {
  const plugins: readonly Partial<DebituraPlugin>[] = vitest.vite.config.plugins
  return plugins.find(({ name }) => name === NAME)?.api?.options ?? {}
}

function addOnce(list: string[], path: string): void {
  if (!list.includes(path)) list.push(path)
}

export type { DebituraOptions, OnboardingRequest } from '../steward/index.ts'
