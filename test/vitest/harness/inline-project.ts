import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assertBuilt } from './assert-built.ts'
import { PROJECTS } from './paths.ts'

/** Files by path, relative to the project. */
export type Files = Readonly<Record<string, string>>

/** A project that exists for one test. */
export interface InlineProject extends Disposable {
  readonly directory: string
  /** Text of one of its files; empty where there is none. */
  read(path: string): string
  write(path: string, text: string): void
}

/** The config of a project that uses the plugin. `options` and `test` are source text. */
export function pluginConfig({ options = '', test = '' } = {}): string {
  return `
    import { debitura } from 'debitura-testkit/vitest/plugin'
    import { defineConfig } from 'vitest/config'

    export default defineConfig({ plugins: [debitura(${options})], test: { testTimeout: 60_000, ${test} } })
  `
}

/** Lets a test of the project wait at a meeting point; see meeting.ts. */
const MEET = `
  export const meet = (name: string) => fetch(process.env.MEETING + '/' + name).then(() => undefined)
`

/** Without one, the kit's own would be the nearest, and its name would mean the checkout instead of the package. */
const PACKAGE = JSON.stringify({ name: 'inline-project', private: true, type: 'module' })

/** Writes a project into a folder of its own. Unless it brings a config, it uses Vitest's plugin without options. */
export function inlineProject(
  files: Files,
  config: Files = { 'vitest.config.ts': pluginConfig() },
): InlineProject {
  assertBuilt()
  const directory = mkdtempSync(join(PROJECTS, '.inline-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  const all: Files = {
    'package.json': PACKAGE,
    ...config,
    'meet.ts': MEET,
    ...files,
  }
  for (const [path, text] of Object.entries(all)) write(path, text)
  return {
    directory,
    write,
    read(path) {
      try {
        return readFileSync(join(directory, path), 'utf8')
      } catch {
        return ''
      }
    },
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** The number of the line that ends with `// ${mark}`. */
export function lineOf(source: string, mark: string): number {
  return source.split('\n').findIndex((line) => line.endsWith(`// ${mark}`)) + 1
}
