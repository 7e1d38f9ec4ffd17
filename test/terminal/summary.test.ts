import { createColors } from 'picocolors'
import { describe, expect, it } from 'vitest'
import { summary } from '../../src/terminal/summary.ts'
import { report, tally } from './reports.ts'

const plain = createColors(false)
const coloured = createColors(true)

describe('the summary of a run', () => {
  it('is a few aligned lines', () => {
    expect(summary(report(), plain)).toMatchInlineSnapshot(`
      "
      debitura  sandbox  left nothing behind
        tag       suite-run-12345678-90ab-4cdf-abcd-ef1234567890, and every case that bears it is deleted
        cases     2 made, 2 deleted
        clients   0 made, 0 reset
        calls     5, 2 of them to clean up
        time      1.2 s, 0.0 s of it to clean up at the end
      "
    `)
  })

  it('tells what was cleaned by whom, and numbers as people write them', () => {
    const busy = report({
      tallies: {
        case: tally({ made: 1_204_000, deleted: 1_203_000, alreadyGone: 1_000 }),
        client: tally({ made: 60, deleted: 60 }),
        webhook: tally({ made: 1, deleted: 1 }),
      },
      calls: { total: 2_345_678, cleanup: 1_234, polls: 0, rateLimited: 12, retried: 3 },
      durationMs: 3_723_456,
      cleanupMs: 12_050,
    })
    expect(summary(busy, plain)).toMatchInlineSnapshot(`
      "
      debitura  sandbox  left nothing behind
        tag       suite-run-12345678-90ab-4cdf-abcd-ef1234567890, and every case that bears it is deleted
        cases     1,204,000 made, 1,203,000 deleted, 1,000 gone already
        clients   60 made, 60 reset
        webhooks  1 made, 1 deleted
        calls     2,345,678, 1,234 of them to clean up, 12 rate limited, 3 repeated
        time      3723.5 s, 12.1 s of it to clean up at the end
      "
    `)
  })

  it('names what is left over, why, and what to do', () => {
    const left = report({
      environment: 'test',
      tallies: {
        case: tally({ made: 2, deleted: 1, leftOver: 1 }),
        client: tally({ made: 1, leftOver: 1 }),
        webhook: tally({}),
      },
      leftovers: [
        { kind: 'client', id: 'acme', reason: 'Unpaid partner commission.', todo: 'Have it reconciled' },
        { kind: 'case', id: '7', reason: 'the cleanup ran out of time', todo: 'Delete it by hand' },
      ],
    })
    expect(summary(left, plain)).toMatchInlineSnapshot(`
      "
      debitura  test  left something over
        tag       suite-run-12345678-90ab-4cdf-abcd-ef1234567890
        cases     2 made, 1 deleted, 1 left over
        clients   1 made, 0 reset, 1 left over
        calls     5, 2 of them to clean up
        time      1.2 s, 0.0 s of it to clean up at the end
        left over  client acme
          because  Unpaid partner commission.
          to do    Have it reconciled
        left over  case 7
          because  the cleanup ran out of time
          to do    Delete it by hand
      "
    `)
  })

  it('says that everything was kept, and how to delete it', () => {
    const kept = report({
      environment: 'test',
      tallies: { case: tally({ made: 2, kept: 2 }), client: tally({}), webhook: tally({}) },
      notices: ['Kept, as asked. Delete the cases later with DELETE /test/cases?tag=...'],
    })
    expect(summary(kept, plain)).toMatchInlineSnapshot(`
      "
      debitura  test  kept everything
        tag       suite-run-12345678-90ab-4cdf-abcd-ef1234567890
        cases     2 made, 0 deleted, 2 kept
        clients   0 made, 0 reset
        calls     5, 2 of them to clean up
        time      1.2 s, 0.0 s of it to clean up at the end
        note      Kept, as asked. Delete the cases later with DELETE /test/cases?tag=...
      "
    `)
  })

  it('is coloured where colours are', () => {
    const text = summary(
      report({ leftovers: [{ kind: 'case', id: '7', reason: 'because', todo: 'do' }], notices: ['note'] }),
      coloured,
    )
    expect(text).toContain(coloured.red('left something over'))
    expect(text).toContain(coloured.yellow('note'))
    expect(summary(report(), coloured)).toContain(coloured.green('left nothing behind'))
    const codes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
    expect(summary(report(), coloured).replaceAll(codes, '')).toBe(summary(report(), plain))
  })

  it('names subscriptions only where there were some', () => {
    expect(summary(report(), plain)).not.toContain('webhooks')
  })

  it('says whom it cleaned up after', () => {
    const deleted = { case: 3, client: 1, webhook: 0 }
    const nothing = { case: 0, client: 0, webhook: 0 }
    const text = summary(
      report({
        recovered: [
          { tag: 'suite-run-1', deleted },
          { tag: 'suite-run-2', deleted: nothing },
        ],
      }),
      plain,
    )
    expect(text).toContain(
      '  recovered 3 cases, 1 client of suite-run-1, which was killed or could not finish\n',
    )
    expect(text).toContain('  recovered nothing of suite-run-2, which was killed or could not finish\n')
  })
})
