import type { RunAddress } from '../protocol/index.ts'

/** The key under which the global setup provides the run to workers. */
export const PROVIDED_RUN = 'debituraRun'

declare module 'vitest' {
  interface ProvidedContext {
    /** How a worker finds its run. Holds no secret. */
    [PROVIDED_RUN]: RunAddress | undefined
  }
}
