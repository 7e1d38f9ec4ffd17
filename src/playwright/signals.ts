import { endAsTold, type StopSignal } from '../runner/signals.ts'

/**
 * Has SIGTERM and SIGHUP stop a run as SIGINT does: on that one Playwright itself stops tests and workers, and runs the
 * teardowns; on the others it would die at once. For the second time, each does what it would have done. Calls
 * `stopped` on the first signal. Returns how to leave them alone again.
 */
export function joinSignals(stopped: () => void): () => void {
  const leave = () => {
    process.off('SIGINT', interrupted)
    for (const signal of ['SIGTERM', 'SIGHUP']) process.off(signal, told)
  }
  const interrupted = () => {
    leave()
    stopped()
  }
  const told = (signal: StopSignal) => {
    interrupted()
    endAsTold(signal)
    const isHeard = process.emit('SIGINT', 'SIGINT')
    if (!isHeard) process.kill(process.pid, signal)
  }
  process.on('SIGINT', interrupted)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, told)
  return leave
}
