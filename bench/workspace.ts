import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { type Program, startProgram } from './program.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * A stranger's project in a temporary folder, with the packed kit among its modules. The bench's programs run there, so
 * that they load the kit as its users do, and keep it however often it is built meanwhile.
 */
export interface Workspace extends AsyncDisposable {
  readonly project: string
  /** Starts one of `bench/programs`. */
  start<Functions extends object>(name: string, execArgv?: readonly string[]): Program<Functions>
  /** Path of one of `bench/programs`, compiled. */
  program(name: string): string
  /** Path of a file of the kit. */
  kit(path: string): string
}

/** Makes a workspace of what `npm run install-kit` unpacked. */
export async function openWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'debitura-testkit-bench-'))
  const project = join(folder, 'project')
  const modules = join(project, 'node_modules')
  const program = (name: string) => join(project, 'programs', `${name}.js`)
  await mkdir(modules, { recursive: true })
  await cp(join(root, 'fixtures/projects/node_modules/debitura-testkit'), join(modules, 'debitura-testkit'), {
    recursive: true,
  })
  // What the kit depends on, and Vitest: found one folder up.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await compile(join(root, 'bench/programs'), join(project, 'programs'))
  return {
    project,
    program,
    kit: (path) => join(modules, 'debitura-testkit', path),
    start: (name, execArgv) => startProgram(program(name), { execArgv, temporary: folder }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

async function compile(from: string, to: string): Promise<void> {
  await mkdir(to)
  for (const file of await readdir(from)) {
    const { outputText } = ts.transpileModule(await readFile(join(from, file), 'utf8'), {
      fileName: file,
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    })
    await writeFile(join(to, file.replace(/\.ts$/, '.js')), outputText)
  }
}
