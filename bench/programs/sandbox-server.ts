/** A sandbox in a process of its own. */
import { createSandbox } from 'debitura-testkit/sandbox'
import { offer } from './offer.ts'
import { processorTimeMs } from './processor-time.ts'

const sandbox = await createSandbox()

const functions = {
  urls: () => sandbox.urls,
  processorTimeMs,
}

export type SandboxServer = typeof functions
offer(functions)
