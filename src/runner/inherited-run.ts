import type { RunAddress } from '../protocol/index.ts'

/** The variable by which workers, which inherit it, find their run. */
const VARIABLE = 'DEBITURA_RUN'

/** The run as a variable for workers to inherit. Holds no secret. */
export function inheritable(address: RunAddress): Readonly<Record<string, string>> {
  return { [VARIABLE]: JSON.stringify(address) }
}

/** The run that this process was given by the one that started it. */
export function inheritedRun(): RunAddress | undefined {
  const given = process.env[VARIABLE]
  // Nobody but the kit writes it.
  return given === undefined ? undefined : (JSON.parse(given) as RunAddress)
}
