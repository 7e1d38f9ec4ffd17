import { connect } from 'node:net'
import { identifyProcess } from '../journal/process-identity.ts'
import type { JournalHead } from '../journal/read-journal.ts'

/** Loopback answers at once, or is too busy to be gone. */
const ANSWERS_WITHIN_MS = 1_000

/** Whether a run's sandbox is no longer there: it keeps everything in memory, so what the run made is gone as well. */
export async function isSandboxGone({ environment, owner, urls }: JournalHead): Promise<boolean> {
  // Another container has another loopback.
  if (environment !== 'sandbox' || owner.pidNamespace !== identifyProcess().pidNamespace) return false
  const answers = await Promise.all(Object.values(urls).map(refuses))
  return answers.length > 0 && answers.every(Boolean)
}

function refuses(url: string): Promise<boolean> {
  if (!URL.canParse(url)) return Promise.resolve(false)
  const { hostname, port, protocol } = new URL(url)
  const socket = connect({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
  })
  return new Promise((resolve) => {
    const answer = (refused: boolean) => {
      socket.destroy()
      resolve(refused)
    }
    socket.setTimeout(ANSWERS_WITHIN_MS, () => answer(false))
    socket.once('connect', () => answer(false))
    socket.once('error', ({ code }: NodeJS.ErrnoException) => answer(code === 'ECONNREFUSED'))
  })
}
