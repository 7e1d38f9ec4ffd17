import type { Recovery } from '../steward/recovery/recovery.ts'
import type { SweepProgress, SweepReport } from '../sweep/index.ts'
import { colorsFor } from './colors-for.ts'
import { journalTable } from './journal-table.ts'
import type { Output } from './screen.ts'
import type { Colors } from './summary.ts'
import { sweepTable } from './sweep-table.ts'

/** Milliseconds between two signs of life: often on a terminal, seldom in a log. */
const EVERY_MS = { terminal: 200, log: 5_000 } as const

/** What a person sees of a sweep. */
export class SweepScreen implements SweepProgress {
  readonly #output: Output
  readonly #colors: Colors
  readonly #now: () => number
  #shownAt: number

  constructor(
    output: Output = process.stderr,
    variables: Readonly<Record<string, string | undefined>> = process.env,
    now: () => number = Date.now,
  ) {
    this.#output = output
    this.#colors = colorsFor(output, variables)
    this.#now = now
    this.#shownAt = now()
  }

  looking(pages: number): void {
    this.#show(`looking, ${pages} pages so far`)
  }

  deleting(done: number, total: number): void {
    this.#show(`deleting, ${done} of ${total} steps done`)
  }

  /** Says something in a line of its own. */
  say(text: string): void {
    this.#clear()
    this.#output.write(`${text}\n`)
  }

  /** All that was found and done, for standard output. */
  result(journals: readonly Recovery[], report: SweepReport | undefined): string {
    this.#clear()
    const table = report === undefined ? '' : sweepTable(report, this.#colors)
    return `${journalTable(journals, this.#colors)}${table}`
  }

  #show(text: string): void {
    const isTerminal = this.#output.isTTY === true
    const now = this.#now()
    if (now - this.#shownAt < (isTerminal ? EVERY_MS.terminal : EVERY_MS.log)) return
    this.#shownAt = now
    const line = this.#colors.dim(`debitura  ${text}`)
    this.#output.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`)
  }

  #clear(): void {
    if (this.#output.isTTY === true) this.#output.write('\r\x1b[K')
  }
}
