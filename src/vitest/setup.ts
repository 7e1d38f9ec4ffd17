/**
 * For `setupFiles`: the matchers `toBeInLifecycle`, `toBeClosed` and `toBeTestCase`, and nothing else.
 * @module
 */
import { expect } from 'vitest'
import { debituraMatchers } from './matchers.ts'

expect.extend(debituraMatchers)
