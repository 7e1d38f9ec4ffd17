/** Where Jest's workers start. */
const WORKER = /jest-worker[\\/]build[\\/]workers[\\/]processChild/

let isTold = false

/**
 * Has a worker end where the main process died before it: otherwise it goes on with its file, for a run that is over.
 */
export function endWithMainProcess(): void {
  if (isTold || !WORKER.test(process.argv[1] ?? '')) return
  isTold = true
  process.once('disconnect', () => process.exit(1))
}
