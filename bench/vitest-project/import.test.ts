import { test } from 'vitest'

/** Milliseconds of each import, the first in its worker. */
declare module 'vitest' {
  interface TaskMeta {
    kitMs?: number
    emptyMs?: number
  }
}

const timed = async (load: () => Promise<unknown>) => {
  const before = performance.now()
  await load()
  return performance.now() - before
}

test('imports', async ({ task }) => {
  const kit = async () => {
    task.meta.kitMs = await timed(() => import('debitura-testkit/vitest'))
  }
  const empty = async () => {
    task.meta.emptyMs = await timed(() => import('./empty.ts'))
  }
  // Copies of this file are numbered: every other one begins with the empty module.
  const order = Number(/\d+/.exec(task.file.name)?.[0]) % 2 === 0 ? [kit, empty] : [empty, kit]
  for (const load of order) await load()
})
