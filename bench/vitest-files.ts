import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Workspace } from './workspace.ts'

const project = fileURLToPath(new URL('./vitest-project', import.meta.url))

/** Copies a test file many times into a folder of the workspace, beside the other files of `vitest-project`. */
export async function copyTestFile(
  { project: root }: Workspace,
  name: string,
  copies: number,
): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  for (const file of ['empty.ts', 'empty-setup.ts']) await cp(join(project, file), join(folder, file))
  for (let copy = 0; copy < copies; copy++) {
    await cp(join(project, `${name}.test.ts`), join(folder, `${copy}.test.ts`))
  }
  return folder
}
