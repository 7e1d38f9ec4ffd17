import { fileURLToPath } from 'node:url'
import {
  type Files,
  type InlineProject,
  inlineProject,
  type ProcessView,
  type Runner,
  type RunOptions,
  runToEnd,
} from '../../vitest/harness/index.ts'
import { type Results, readReport } from './results.ts'

const PLAYWRIGHT = fileURLToPath(new URL('../../../node_modules/@playwright/test/cli.js', import.meta.url))

/** Playwright Test, with its JSON report. */
export const playwright: Runner<Results> = {
  command: (args = ['test']) => [PLAYWRIGHT, ...args, '--reporter=line,json'],
  variables: (resultsFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: resultsFile }),
  read: readReport,
}

/** The config of a project that uses the kit. `config` is source text. */
export function playwrightConfig(config = ''): string {
  return `
    import { defineConfig } from '@playwright/test'

    export default defineConfig({ globalSetup: 'debitura-testkit/playwright/global-setup', workers: 1, ${config} })
  `
}

/** Writes a project for Playwright. Unless it brings a config, it has the kit's global setup. */
export function playwrightProject(files: Files): InlineProject {
  return inlineProject(files, { 'playwright.config.ts': playwrightConfig() })
}

/** Runs Playwright on a project to its end. */
export function runPlaywright(
  project: InlineProject,
  options?: RunOptions,
): ReturnType<typeof runToEnd<Results>> {
  return runToEnd(playwright, project, options)
}

/** A worker of Playwright's. */
export function isWorker({ commandLine }: ProcessView): boolean {
  return /playwright\/lib\/worker\//.test(commandLine)
}
