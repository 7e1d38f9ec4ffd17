import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callers, started } from '../callers.ts'

/** Amounts in hundredths, so that the model can count in whole numbers. */
const hundredths = fc.integer({ min: 1, max: 200_000 })
const fee = fc.integer({ min: 0, max: 30_000 })

const step = fc.oneof(
  fc.record({ does: fc.constant('pay' as const), amount: hundredths, closeCase: fc.boolean() }),
  fc.record({
    does: fc.constant('edit' as const),
    which: fc.nat(),
    amount: hundredths,
    reopen: fc.boolean(),
  }),
  fc.record({ does: fc.constant('delete' as const), which: fc.nat(), reopen: fc.boolean() }),
  fc.record({
    does: fc.constant('fees' as const),
    gross: fc.option(hundredths, { nil: undefined }),
    interest: fee,
    reminder: fee,
    collection: fee,
  }),
)

/** What the case ought to be, counted in hundredths. */
interface Model {
  gross: number
  fees: [interest: number, reminder: number, collection: number]
  payments: Map<string, number>
  closed: boolean
}

const total = (amounts: Iterable<number>) => [...amounts].reduce((sum, amount) => sum + amount, 0)
const remainder = ({ gross, fees, payments }: Model) => gross + total(fees) - total(payments.values())

/** What is left of each part, when payments go to the claim first and then to the fees in their order. */
function outstanding({ gross, fees, payments }: Model): number[] {
  let paid = total(payments.values())
  return [gross, ...fees].map((part) => {
    const covered = Math.min(part, paid)
    paid -= covered
    return part - covered
  })
}

test('money adds up to the hundredth, whatever is paid, edited, deleted and charged', async () => {
  const sandbox = await started()
  const { partner, customer } = callers(sandbox)

  const play = async (script: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) => {
    const { id } = sandbox.world().seedCase({ amountToRecover: 1234.56 })
    const model: Model = { gross: 123_456, fees: [0, 0, 0], payments: new Map(), closed: false }
    const chosen = (which: number) => [...model.payments][which % Math.max(1, model.payments.size)]
    const terms = (amount: number) => ({
      date: '2026-02-01',
      paymentAmount: amount / 100,
      paymentRecipient: 'CollectionPartner',
    })
    /** Applies a change of a payment to the model, if the sandbox is to take it. */
    const change = (change: (payments: Map<string, number>) => void, less: boolean, reopen: boolean) => {
      const after = { ...model, payments: new Map(model.payments) }
      change(after.payments)
      const reopens = model.closed && less && remainder(after) > 0
      if (reopens && !reopen) return 409
      model.payments = after.payments
      model.closed &&= !reopens
      return undefined
    }

    for (const one of script) {
      if (one.does === 'pay') {
        const { status, body } = await partner('POST', `/cases/${id}/payments`, {
          ...terms(one.amount),
          closeCase: one.closeCase,
        })
        expect(status).toBe(200)
        model.payments.set(body.paymentId, one.amount)
        const closes = one.closeCase && !model.closed && remainder(model) <= 0
        model.closed ||= closes
        expect(body.caseClosed).toBe(closes)
        expect(body.remainingAmount).toBe(remainder(model) / 100)
        const split = Math.round(body.payoutCreditor * 100) + Math.round(body.payoutCollectionPartner * 100)
        expect(split).toBe(one.amount)
      } else if (one.does === 'fees') {
        const { gross, interest, reminder, collection } = one
        const { status, body } = await partner('PUT', `/cases/${id}/fees`, {
          ...(gross === undefined ? {} : { grossAmount: gross / 100 }),
          interestFees: interest / 100,
          reminderFees: reminder / 100,
          collectionFees: collection / 100,
          confirmPriceChange: true,
        })
        expect(status).toBe(model.closed ? 400 : 200)
        if (model.closed) continue
        model.gross = gross ?? model.gross
        model.fees = [interest, reminder, collection]
        expect(body.remainder).toBe(remainder(model) / 100)
      } else {
        const found = chosen(one.which)
        if (found === undefined) continue
        const [paymentId, before] = found
        const path = `/cases/${id}/payments/${paymentId}`
        if (one.does === 'delete') {
          const refused = change((payments) => payments.delete(paymentId), true, one.reopen)
          const { status } = await partner('DELETE', `${path}?reopenCaseIfNeeded=${one.reopen}`)
          expect(status).toBe(refused ?? 204)
        } else {
          const less = one.amount < before
          const refused = change((payments) => payments.set(paymentId, one.amount), less, one.reopen)
          const body = { ...terms(one.amount), reopenCaseIfNeeded: one.reopen }
          expect((await partner('PUT', path, body)).status).toBe(refused ?? 200)
        }
      }
      await expectToHold(id, model)
    }
  }

  const expectToHold = async (id: string, model: Model) => {
    const read = (await partner('GET', `/cases/${id}`)).body
    const { principal, interest, reminderFees, collectionFees } = read.allocationOutstanding
    expect(read.remainder).toBe(remainder(model) / 100)
    expect(read.totalAddedFees).toBe(total(model.fees) / 100)
    expect([principal, interest, reminderFees, collectionFees]).toEqual(
      outstanding(model).map((part) => part / 100),
    )
    expect(read.closeCode).toBe(model.closed ? 'Paid' : null)
    const ids = (await customer('GET', `/cases/${id}/payments`)).body.map((one: { id: string }) => one.id)
    expect(ids).toEqual([...model.payments.keys()].toReversed())
  }

  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), play), { numRuns: 60 })
}, 60_000)
