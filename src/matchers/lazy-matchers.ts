// This file alone, and not the door of its room: a setup file costs every test file what it loads.
import { fromCallSite } from '../kit/call-site.ts'
import type { DebituraMatchers, MatcherContext, Verdict } from './matchers.ts'

/**
 * The matchers, loaded when a test first uses one. Most test files use none, and a setup file costs each of them what
 * it loads.
 */
export const lazyMatchers = {
  toBeInLifecycle: lazily('toBeInLifecycle'),
  toBeClosed: lazily('toBeClosed'),
  toBeTestCase: lazily('toBeTestCase'),
  toHaveFired: lazily('toHaveFired'),
} satisfies Record<keyof DebituraMatchers, unknown>

type Judge = (this: MatcherContext, received: unknown, ...expected: unknown[]) => Promise<Verdict>

function lazily(name: keyof DebituraMatchers): Judge {
  return function matcher(this: MatcherContext, received: unknown, ...expected: unknown[]) {
    return fromCallSite(matcher, async () => {
      const { debituraMatchers } = await import('./matchers.ts')
      // Each takes what is received first, and as much more as its type says.
      const judge = debituraMatchers[name] as Judge
      return judge.call(this, received, ...expected)
    })
  }
}
