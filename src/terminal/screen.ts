import type { Report } from '../protocol/index.ts'
import type { Run } from '../steward/index.ts'
import { colorsFor } from './colors-for.ts'
import { startLine } from './start-line.ts'
import { type Colors, summary } from './summary.ts'

/** The part of a stream that the kit prints on. */
export interface Output {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

/** Milliseconds between two looks at a cleanup; one that is shorter than this shows no progress. */
const PROGRESS_EVERY_MS = 200

/** What a person sees of a run. Standard error by default, so that a reporter's JSON on standard output stays whole. */
export class Screen {
  readonly #output: Output
  readonly #colors: Colors
  readonly #now: () => number
  #progressAt: number | undefined

  constructor(
    output: Output = process.stderr,
    variables: Readonly<Record<string, string | undefined>> = process.env,
    now: () => number = Date.now,
  ) {
    this.#output = output
    this.#colors = colorsFor(output, variables)
    this.#now = now
  }

  /** Says where the run's calls go. */
  started(run: Pick<Run, 'address' | 'settings'>): void {
    if (!run.settings.quiet) this.#output.write(startLine(run, this.#colors))
  }

  /** Shows how far a long cleanup is: on a terminal only. */
  readonly progress = (done: number, total: number): void => {
    if (this.#output.isTTY !== true) return
    const now = this.#now()
    this.#progressAt ??= now
    if (now - this.#progressAt < PROGRESS_EVERY_MS) return
    this.#progressAt = now
    this.#output.write(`\r\x1b[K${this.#colors.dim(`debitura  cleaning up ${done}/${total}`)}`)
    if (done === total) this.#output.write('\r\x1b[K')
  }

  /** Says how the run ended. Something left over is said even to who wants it quiet. */
  ended(report: Report, { settings }: Pick<Run, 'settings'>): void {
    if (this.#output.isTTY === true && this.#progressAt !== undefined) this.#output.write('\r\x1b[K')
    if (settings.quiet && report.leftovers.length === 0) return
    this.#output.write(summary(report, this.#colors))
  }

  /** Says that the steward died, or hangs, before it could report. */
  lost({ address }: Pick<Run, 'address'>): void {
    this.#output.write(
      `${this.#colors.red('debitura  the process that cleans up gave no report')}: what this run made may still be there. ` +
        `The next run on this machine cleans it up, or \`debitura-testkit sweep\`. Its cases bear the tag ${address.tag}.\n`,
    )
  }
}
