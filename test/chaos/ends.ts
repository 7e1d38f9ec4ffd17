/** A way in which a run can end. */
export interface End {
  readonly name: string
  /**
   * Who brings it about: the suite by itself; the suite once the moment has come; or the harness.
   */
  readonly by: 'suite' | 'suite at the moment' | Act
  /** When the moment can come: while tests run, or from the first request to the last. */
  readonly moment: 'tests' | 'any'
  /** Whether the harness acts a second time, a few requests later. */
  readonly twice?: true
  readonly terminal?: 'always' | 'sometimes'
  readonly args?: readonly string[]
  /** Whether the temporary folder goes along, journals and all. */
  readonly vanishes?: true
}

/** What the harness does to a run. */
export type Act =
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals; readonly to: Target | readonly Target[] }
  | { readonly kind: 'ctrl-c' }
  | { readonly kind: 'close terminal' }
  | { readonly kind: 'type'; readonly first: string; readonly last: string }

/** Processes of a run. */
export type Target = 'main' | 'steward' | 'one worker' | 'all workers'

const signal = (name: NodeJS.Signals, to: Target | readonly Target[]): Act => ({
  kind: 'signal',
  signal: name,
  to,
})

const RUN = ['run']

/** Every way in which a run can end. What the suite does about it is in fixtures/projects/chaos. */
export const ENDS: readonly End[] = [
  { name: 'normal', by: 'suite', moment: 'tests' },
  { name: 'failing tests', by: 'suite', moment: 'tests' },
  {
    name: 'a failing test and --bail',
    by: 'suite at the moment',
    moment: 'tests',
    args: [...RUN, '--bail=1'],
  },
  { name: 'a test that times out', by: 'suite at the moment', moment: 'tests' },
  { name: 'a throwing global setup', by: 'suite', moment: 'tests' },
  { name: 'a throwing global teardown', by: 'suite', moment: 'tests' },
  { name: 'an unhandled rejection in a worker', by: 'suite at the moment', moment: 'tests' },
  { name: 'an unhandled rejection in the main process', by: 'suite at the moment', moment: 'tests' },
  { name: 'process.exit in a test', by: 'suite at the moment', moment: 'tests' },
  { name: 'out of memory in a worker', by: 'suite at the moment', moment: 'tests' },
  { name: 'vitest list', by: 'suite', moment: 'tests', args: ['list'] },
  {
    name: 'watch mode: rerun, then quit',
    by: { kind: 'type', first: 'a', last: 'q' },
    moment: 'tests',
    twice: true,
    terminal: 'always',
    args: ['watch'],
  },
  { name: 'Ctrl-C', by: { kind: 'ctrl-c' }, moment: 'any', terminal: 'sometimes' },
  { name: 'Ctrl-C twice', by: { kind: 'ctrl-c' }, moment: 'any', twice: true, terminal: 'sometimes' },
  { name: 'SIGINT to main', by: signal('SIGINT', 'main'), moment: 'any' },
  { name: 'SIGTERM to main', by: signal('SIGTERM', 'main'), moment: 'any' },
  { name: 'SIGHUP to main', by: signal('SIGHUP', 'main'), moment: 'any' },
  { name: 'terminal closed', by: { kind: 'close terminal' }, moment: 'any', terminal: 'always' },
  { name: 'SIGKILL of main', by: signal('SIGKILL', 'main'), moment: 'any' },
  { name: 'SIGKILL of a worker', by: signal('SIGKILL', 'one worker'), moment: 'tests' },
  { name: 'SIGKILL of all workers', by: signal('SIGKILL', 'all workers'), moment: 'tests' },
  { name: 'SIGKILL of the steward', by: signal('SIGKILL', 'steward'), moment: 'any' },
  { name: 'SIGKILL of steward and main', by: signal('SIGKILL', ['steward', 'main']), moment: 'any' },
  {
    name: 'SIGKILL of everything',
    by: signal('SIGKILL', ['main', 'steward', 'all workers']),
    moment: 'any',
  },
  {
    name: 'the machine vanishes',
    by: signal('SIGKILL', ['main', 'steward', 'all workers']),
    moment: 'any',
    vanishes: true,
  },
]
