import { createColors } from 'picocolors'
import type { Output } from './screen.ts'
import type { Colors } from './summary.ts'

/** Colours where a terminal shows them and nobody wants it plain; else the text as it is. */
export function colorsFor(
  { isTTY }: Output,
  { NO_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): Colors {
  return createColors(isTTY === true && !NO_COLOR && TERM !== 'dumb')
}
