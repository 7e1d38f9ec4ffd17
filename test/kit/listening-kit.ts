import type { Sandbox } from '../../src/sandbox/index.ts'
import type { Hosting } from '../steward/hosted.ts'
import { type HostedKit, hostKit } from './hosted-kit.ts'

/** Hosts a run that hears of webhooks, as every run does unless it is told not to. */
export const hostListeningKit = (sandbox: Sandbox, hosting: Hosting = {}): Promise<HostedKit> =>
  hostKit(sandbox, {
    ...hosting,
    settings: { webhooks: { publicUrl: undefined, port: 0 }, ...hosting.settings },
  })
