import type { Finding } from './finding.ts'
import type { Workspace } from './workspace.ts'

/** What a measurement works with. */
export interface Bench {
  readonly workspace: Workspace
  /** How many rounds to take: the usual number, unless the command line says another. */
  rounds(usual: number): number
}

/** Measures one budget, or several that share a setting. */
export interface Measurement {
  /** For `--only`. */
  readonly name: string
  run(bench: Bench): Promise<readonly Finding[]>
}
