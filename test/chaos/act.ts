import { isSteward, type ProcessView } from '../vitest/harness/processes.ts'
import type { Act, Target } from './ends.ts'
import { type Launched, send } from './launch.ts'

/** Does to a run what was drawn. Whether there was somebody to do it to. */
export function act(deed: Act, run: Launched, isSecond: boolean): boolean {
  if (run.child.exitCode !== null || run.child.signalCode !== null) return false
  switch (deed.kind) {
    case 'signal':
      return signalAll(deed.signal, deed.to, run)
    case 'ctrl-c':
      return ctrlC(run)
    case 'close terminal':
      return send(run.pid, 'SIGKILL')
    case 'type':
      run.type(isSecond ? deed.last : deed.first)
      // While it is busy a watcher takes a key for something else: the last one is typed until it is gone.
      return !isSecond
  }
}

function signalAll(signal: NodeJS.Signals, to: Target | readonly Target[], run: Launched): boolean {
  const processes = run.processes()
  const found = [to].flat().map((target) => pidsOf(target, run.pid, processes))
  // All or nothing: half of it would be another kind of end.
  if (found.some((pids, nth) => pids.length === 0 && [to].flat()[nth] !== 'all workers')) return false
  if (to === 'all workers' && found.flat().length === 0) return false
  for (const pid of found.flat()) send(pid, signal)
  return true
}

function pidsOf(target: Target, main: number, processes: readonly ProcessView[]): readonly number[] {
  const workers = processes.filter(isWorker).map(({ pid }) => pid)
  if (target === 'main') return [main]
  if (target === 'steward') return processes.filter(isSteward).map(({ pid }) => pid)
  return target === 'one worker' ? workers.slice(0, 1) : workers
}

const isWorker = ({ commandLine }: ProcessView) => /vitest\/dist\/workers\//.test(commandLine)

/** In a terminal it is typed; without one, the whole group gets what a terminal would send. */
function ctrlC(run: Launched): boolean {
  if (!run.inTerminal) return send(-run.pid, 'SIGINT')
  run.type('\u0003')
  return true
}
