import { describe, expect, it } from 'vitest'
import { Screen } from '../../src/terminal/screen.ts'
import { report, run, TAG } from './reports.ts'

const ESCAPE = String.fromCharCode(27)

/** A screen that is, or is not, a terminal, and what was printed on it. */
function printed(isTTY: boolean, variables: Record<string, string> = {}) {
  const written: string[] = []
  const clock = { now: 0 }
  const output = { isTTY, write: (text: string) => written.push(text) }
  const screen = new Screen(output, variables, () => clock.now)
  return { screen, clock, text: () => written.join('') }
}

const LEFT = report({ leftovers: [{ kind: 'case', id: '7', reason: 'because', todo: 'do' }] })

describe('the first line of a run', () => {
  it.each([
    [{}, {}, `debitura  sandbox (embedded)  ${TAG}\n`],
    [
      { embedded: undefined },
      { customer: 'http://127.0.0.1:4010', 'referral-partner': 'http://127.0.0.1:4011' },
      `debitura  sandbox (127.0.0.1:4010)  ${TAG}\n`,
    ],
    [
      { environment: 'test', embedded: undefined },
      {
        customer: 'https://testcustomer-api.debitura.com',
        'referral-partner': 'https://testcustomer-api.debitura.com',
      },
      `debitura  test (testcustomer-api.debitura.com)  ${TAG}\n`,
    ],
  ] as const)('says where its calls go: %j', (settings, urls, line) => {
    const { screen, text } = printed(false)
    screen.started(run(settings, urls))
    expect(text()).toBe(line)
  })

  it('says which variables are set in vain', () => {
    const { screen, text } = printed(false)
    screen.started(run({ unused: ['DEBITURA_CUSTOMER_API_KEY', 'DEBITURA_REFERRAL_API_KEY'] }))
    expect(text().split('\n')[1]).toMatch(
      /^ {2}DEBITURA_CUSTOMER_API_KEY, DEBITURA_REFERRAL_API_KEY: set, and not used in the sandbox/,
    )
  })

  it('is not printed for who wants it quiet', () => {
    const { screen, text } = printed(true)
    screen.started(run({ quiet: true }))
    expect(text()).toBe('')
  })
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [true, { TERM: 'xterm', NO_COLOR: '' }, true],
  ] as const)('on a terminal (%s) with %j: %s', (isTTY, variables, coloured) => {
    const { screen, text } = printed(isTTY, variables)
    screen.ended(report(), run())
    expect(text().includes(ESCAPE)).toBe(coloured)
  })
})

describe('progress', () => {
  const clear = `\r${ESCAPE}[K`

  it('of a long cleanup is shown on a terminal, a few times a second, in one line that goes again', () => {
    const { screen, clock, text } = printed(true, { NO_COLOR: '1' })
    for (let done = 1; done <= 50; done++) {
      screen.progress(done, 50)
      clock.now += 20
    }
    screen.ended(report(), run({ quiet: true }))
    expect(text().split(clear)).toEqual([
      '',
      ...[11, 21, 31, 41].map((done) => `debitura  cleaning up ${done}/50`),
      '',
    ])
  })

  it('is shown on a terminal alone', () => {
    const { screen, clock, text } = printed(false)
    for (let done = 1; done <= 50; done++) {
      screen.progress(done, 50)
      clock.now += 1_000
    }
    expect(text()).toBe('')
  })

  it('of a cleanup that takes no time is not shown', () => {
    const { screen, text } = printed(true)
    screen.progress(1, 2)
    screen.progress(2, 2)
    expect(text()).toBe('')
  })
})

describe('the end of a run', () => {
  it('is summed up', () => {
    const { screen, text } = printed(false)
    screen.ended(report(), run())
    expect(text()).toContain('left nothing behind')
  })

  it('is not summed up for who wants it quiet', () => {
    const { screen, text } = printed(false)
    screen.ended(report(), run({ quiet: true }))
    expect(text()).toBe('')
  })

  it('that leaves something over is summed up even then', () => {
    const { screen, text } = printed(false)
    screen.ended(LEFT, run({ quiet: true }))
    expect(text()).toContain('left something over')
  })

  it('without a report says how to find what is left', () => {
    const { screen, text } = printed(false)
    screen.lost(run())
    expect(text()).toMatch(new RegExp(`no report.*${TAG}`))
  })
})
