import { createBirpc } from 'birpc'

/** Offers functions to the process that started this one, and ends with it. */
export function offer(functions: object): void {
  createBirpc(functions, {
    timeout: -1,
    bind: 'functions',
    post: (message) => process.send?.(message),
    on: (receive) => process.on('message', receive),
  })
  process.once('disconnect', () => process.exit())
}
