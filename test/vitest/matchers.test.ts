import { describe, expect, it } from 'vitest'
import { debituraMatchers } from '../../src/matchers/matchers.ts'

expect.extend(debituraMatchers)

const active = { id: 'c1', lifecycle: 'Active', closeCode: null, isTestCase: true }
const paid = { id: 'c2', lifecycle: 'Closed', closeCode: 'Paid', isTestCase: true }

/** What Vitest shows for a matcher that fails. */
const messageOf = (failing: Promise<void>) =>
  failing.then(
    () => expect.unreachable('the matcher passed'),
    (error: Error) => error.message,
  )

describe('a matcher that fails', () => {
  it.each<[message: string, failing: () => Promise<void>]>([
    ['Expected case c1 to be in Paused, and it is in Active', () => expect(active).toBeInLifecycle('Paused')],
    [
      'Expected case c1 not to be in Active, and it is in Active',
      () => expect(active).not.toBeInLifecycle('Active'),
    ],
    ['Expected case c1 to be closed, and it is in Active', () => expect(active).toBeClosed()],
    [
      'Expected case c2 to be closed as Other, and it is closed as Paid',
      () => expect(paid).toBeClosed('Other'),
    ],
    [
      'Expected case c2 not to be closed as Paid, and it is closed as Paid',
      () => expect(paid).not.toBeClosed('Paid'),
    ],
    ['Expected case c2 not to be a test case, and isTestCase is true', () => expect(paid).not.toBeTestCase()],
  ])('says: %s', async (message, failing) => {
    expect(await messageOf(failing())).toBe(message)
  })

  it('names the words that there are for one that there is not', async () => {
    // @ts-expect-error there is no such close code
    expect(await messageOf(expect(paid).toBeClosed('Payed'))).toMatch(
      /got "Payed". Names: Paid, PartiallyPaid, /,
    )
  })
})
