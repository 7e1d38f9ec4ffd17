import { defineConfig, type UserConfig } from 'tsdown'

const MODULES: UserConfig = {
  entry: {
    index: 'src/index.ts',
    'vitest/index': 'src/vitest/index.ts',
    'vitest/global-setup': 'src/vitest/global-setup.ts',
    'vitest/setup': 'src/vitest/setup.ts',
    'vitest/plugin': 'src/vitest/plugin.ts',
    'vitest/browser': 'src/vitest/browser.ts',
    'jest/index': 'src/jest/index.ts',
    'jest/jest-preset': 'src/jest/jest-preset.ts',
    'jest/global-setup': 'src/jest/global-setup.ts',
    'jest/global-teardown': 'src/jest/global-teardown.ts',
    'jest/environment': 'src/jest/environment.ts',
    'playwright/index': 'src/playwright/index.ts',
    'playwright/global-setup': 'src/playwright/global-setup.ts',
    'sandbox/index': 'src/sandbox/index.ts',
    'webhooks/index': 'src/webhooks/index.ts',
    'steward/process': 'src/steward/process.ts',
    'cli/main': 'src/cli/main.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: true,
  fixedExtension: false,
  // How long a plugin took is not worth a warning.
  checks: { pluginTimings: false },
  // A folder of their own, as deep as the entries': `../steward/process.js` is right from either.
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js' },
}

/** What Jest loads within a test it loads as CommonJS, unless it was told otherwise by a flag. */
const IN_JEST: UserConfig = {
  ...MODULES,
  entry: { 'jest/index': 'src/jest/index.ts' },
  format: 'cjs',
  dts: false,
  clean: false,
  copy: [{ from: 'src/jest/index.d.cts', to: 'dist/jest' }],
}

export default defineConfig([MODULES, IN_JEST])
