import type { World } from '../store/world.ts'

/**
 * How an answer writes times. Reads leave the zone out, though they mean UTC; the answer to a creation has it.
 * @see github.com/debitura/Debitura.MCP, src/domain.ts
 */
export type TimeStyle = 'naive' | 'zoned'

/** Writes a time, which is kept as ISO 8601 with `Z`. */
export const written = (time: string, style: TimeStyle): string =>
  style === 'naive' ? time.slice(0, -1) : time

/** Writes a time that may be missing. */
export const writtenOrNull = (time: string | null, style: TimeStyle): string | null =>
  time === null ? null : written(time, style)

/** How reads write times, by the sandbox's choice. */
export const readStyle = (world: World): TimeStyle => (world.behaviours.naiveTimestamps ? 'naive' : 'zoned')
