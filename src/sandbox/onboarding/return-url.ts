import { isLoopback } from '../loopback.ts'

/** A URL to go back to, if it stays on this machine. */
export function loopbackUrl(text: string | null): string | undefined {
  if (text === null || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && isLoopback(url.hostname) ? url.href : undefined
}
