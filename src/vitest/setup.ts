/**
 * For `setupFiles`: the matchers `toBeInLifecycle`, `toBeClosed`, `toBeTestCase` and `toHaveFired`, and nothing else.
 * @module
 */
import { expect } from 'vitest'
import { lazyMatchers } from '../matchers/lazy-matchers.ts'

expect.extend(lazyMatchers)

// Whoever names this entry to the compiler has the matchers' types with it.
export type { DebituraMatchers } from './matcher-types.ts'
