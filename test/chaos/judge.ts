import type { Contents } from './contents.ts'

/** What is there before the runs of a round, after them, and after somebody cleaned up behind them. */
export interface Evidence {
  readonly foreign: Contents
  readonly ended: Contents
  readonly recovered: Contents
}

/** A row: its name, and what it holds. */
export interface Row {
  readonly name: string
  readonly text: string
}

/** What became of a round. */
export interface Verdict {
  /** What the runs made, and what was there after the recovery. */
  readonly leaked: readonly Row[]
  /** Somebody else's rows that are gone, or are not what they were, byte for byte. */
  readonly touched: readonly string[]
  /** What went only with the recovery. */
  readonly recovered: readonly Row[]
}

/** Holds a world against what was in it before. */
export function judge({ foreign, ended, recovered }: Evidence): Verdict {
  return {
    leaked: added(foreign, recovered),
    touched: [...new Set([...changed(foreign, ended), ...changed(foreign, recovered)])],
    recovered: added(foreign, ended).filter(({ name }) => !recovered.has(name)),
  }
}

const added = (before: Contents, after: Contents): readonly Row[] =>
  [...after].filter(([name]) => !before.has(name)).map(([name, text]) => ({ name, text }))

const changed = (before: Contents, after: Contents) =>
  [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name)
