import { describe, expect, it } from 'vitest'
import { Scopes } from '../../src/steward/scopes.ts'
import { gate } from '../debitura/misbehaving-server.ts'
import { failureOf, newScope } from './hosted.ts'

describe('a scope that is over', () => {
  it('takes no more, and says whose test it was', async () => {
    const scopes = new Scopes()
    const scope = newScope('invoices.test.ts > an invoice is settled')
    await scopes.close(scope.id)
    const error = await failureOf(scopes.make(scope, async () => expect.unreachable()))
    expect(error.code).toBe('DBT_SCOPE_OVER')
    expect(error.message).toContain(scope.label)
  })

  it('takes no more as soon as it is told, though something is still in flight for it', async () => {
    const scopes = new Scopes()
    const scope = newScope()
    const { opened, open } = gate()
    const making = scopes.make(scope, () => opened)
    const closed = scopes.close(scope.id)
    expect((await failureOf(scopes.make(scope, async () => undefined))).code).toBe('DBT_SCOPE_OVER')
    open()
    await Promise.all([making, closed])
  })

  it('leaves every other scope open', async () => {
    const scopes = new Scopes()
    const [one, other] = [newScope(), newScope()]
    await scopes.close(one.id)
    expect(await scopes.make(other, async () => 'made')).toBe('made')
    expect(scopes.areClosed([one.id])).toBe(true)
    expect(scopes.areClosed([one.id, other.id])).toBe(false)
  })
})

describe.each([
  ['closing a scope', (scopes: Scopes, id: string) => scopes.close(id)],
  ['settling', (scopes: Scopes) => scopes.settled()],
])('%s', (_, wait) => {
  it('waits for all that is in flight, and for what fails too', async () => {
    const scopes = new Scopes()
    const scope = newScope()
    const [first, second] = [gate(), gate()]
    const order: string[] = []
    const making = Promise.allSettled([
      scopes.make(scope, () => first.opened.then(() => order.push('made'))),
      scopes.make(scope, () =>
        second.opened.then(() => {
          order.push('failed')
          throw new Error('refused')
        }),
      ),
    ])
    const waited = wait(scopes, scope.id).then(() => order.push('waited'))
    first.open()
    await first.opened
    second.open()
    await Promise.all([making, waited])
    expect(order).toEqual(['made', 'failed', 'waited'])
  })

  it('has nothing to wait for when nothing was made', async () => {
    await wait(new Scopes(), 'unknown')
  })
})
