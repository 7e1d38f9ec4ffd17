import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The temporary folder of a round, in which the kit keeps sockets and journals. */
export interface State extends Disposable {
  readonly folder: string
  /** How many journals there are. */
  readonly journals: number
  /** Sockets and journals, each with its text. */
  read(): Readonly<Record<string, string>>
  /** The machine is gone. */
  vanish(): void
}

export function makeState(): State {
  // Short: the path of a socket has to fit.
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'))
  const names = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('debitura-testkit-'))
      .flatMap((inside) => readdirSync(join(folder, inside)).map((name) => join(inside, name)))
  return {
    folder,
    get journals() {
      return names().filter(isJournal).length
    },
    read: () =>
      Object.fromEntries(
        names().map((name) => [name, isJournal(name) ? readFileSync(join(folder, name), 'utf8') : '']),
      ),
    vanish() {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

const isJournal = (name: string) => name.endsWith('.jsonl')
