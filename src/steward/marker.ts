import { COMMENTS_MAX_LENGTH } from '../contract/words/index.ts'
import { isRunId, type RunId } from './identity.ts'

declare const markerBrand: unique symbol

/**
 * The name that everything a run makes bears in a field that Debitura lists back, so that it can be recognised, and
 * its run's tag recovered, without any journal: `sr-<run id in base64url>-<8 characters>`.
 */
export type Marker = string & { readonly [markerBrand]: true }

const MARKER = /^sr-([A-Za-z0-9_-]{22})-[A-Za-z0-9_-]{8}$/
const CLIENT_EMAIL = /@([0-9a-f]{32})-[a-z0-9]{8}\.example\.com$/

/** Makes the marker of one resource. `suffix` is 8 characters of `[A-Za-z0-9_-]`, unique within the run. */
export function encodeMarker(runId: RunId, suffix: string): Marker {
  const packed = Buffer.from(runId.replaceAll('-', ''), 'hex').toString('base64url')
  // Built in the form that MARKER describes.
  return `sr-${packed}-${suffix}` as Marker
}

/** The run that a marker names; `undefined` for any text that is not exactly a marker. */
export function decodeMarker(text: string): RunId | undefined {
  const packed = MARKER.exec(text)?.[1]
  if (packed === undefined) return undefined
  const bytes = Buffer.from(packed, 'base64url')
  // 22 characters hold 132 bits. Of the spellings of the same 128, only the one that encodeMarker writes is a marker.
  return bytes.toString('base64url') === packed ? runIdOf(bytes.toString('hex')) : undefined
}

/** Adds a marker to a case's comments, as their last line. */
export function markComments(comments: string | null | undefined, marker: Marker): string {
  return comments ? `${comments}\n${marker}` : marker
}

/** How many characters an author's own comments may have when the marker has to share the field. */
export const MARKED_COMMENTS_MAX_LENGTH =
  COMMENTS_MAX_LENGTH - '\n'.length - 'sr-'.length - 22 - '-'.length - 8

/** The run whose marker is the last line of a case's comments. */
export function decodeComments(comments: string): RunId | undefined {
  return decodeMarker(comments.slice(comments.lastIndexOf('\n') + 1))
}

/**
 * An e-mail address for a client of a run. Its subdomain is its own, because older versions of Debitura told clients
 * apart by domain; every character is one that every validator takes. `suffix` is 8 characters of `[a-z0-9]`.
 */
export function encodeEmail(name: string, runId: RunId, suffix: string): string {
  return `${name}@${runId.replaceAll('-', '')}-${suffix}.example.com`
}

/** The run that a client's e-mail address names. */
export function decodeEmail(email: string): RunId | undefined {
  const hex = CLIENT_EMAIL.exec(email)?.[1]
  return hex === undefined ? undefined : runIdOf(hex)
}

function runIdOf(hex: string): RunId | undefined {
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isRunId(uuid) ? uuid : undefined
}

/** Name of the query parameter that holds the marker of a webhook subscription's URL: paths are what receivers route by. */
const MARKER_PARAMETER = 'debitura-testkit'

/** Adds a marker to a URL to which Debitura is to deliver. */
export function markUrl(url: URL, marker: Marker): URL {
  const marked = new URL(url)
  marked.searchParams.set(MARKER_PARAMETER, marker)
  return marked
}

/** What stands in a URL, or in its path and query, where `markUrl` puts a marker. */
export function markerIn(url: string): string | undefined {
  const base = 'http://localhost'
  return URL.canParse(url, base)
    ? (new URL(url, base).searchParams.get(MARKER_PARAMETER) ?? undefined)
    : undefined
}
