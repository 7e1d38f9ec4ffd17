import type { Hosting } from '../hosted.ts'

/** How to host a run that hears of webhooks. */
export const HEARS: Hosting = { settings: { webhooks: { publicUrl: undefined, port: 0 } } }
