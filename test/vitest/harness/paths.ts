import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The checkout, and the places in it that an end-to-end test needs. */
export const SOURCES: string = at('src')
export const BUILT: string = at('dist')
/** Projects in here find the kit as a stranger's would: packed and installed, through its exports. */
export const PROJECTS: string = at('fixtures/projects')
export const INSTALLED_KIT: string = at('fixtures/projects/node_modules/debitura-testkit')
export const VITEST: string = at('node_modules/vitest/vitest.mjs')
export const RESULTS_REPORTER: string = at('test/vitest/harness/results-reporter.ts')
