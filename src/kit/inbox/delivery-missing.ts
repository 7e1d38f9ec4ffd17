import type { Webhook } from '../../contract/shapes/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { Delivery, InboxContents } from '../../protocol/index.ts'
import { unmet, type Where } from '../events/where.ts'
import { reasons } from '../reasons.ts'
import { show } from '../show.ts'
import { held } from './delivery.ts'

interface Wanted<Data> {
  readonly event: string | undefined
  readonly where: Where<Data> | undefined
  readonly timeout: number
  readonly isGiven: (delivery: Delivery) => boolean
  readonly subscriptions: () => Promise<readonly Webhook[]>
}

/** Says what came instead of what was wanted, and why it may be missing. */
export async function deliveryMissing<Data>(
  { deliveries, strays }: InboxContents,
  wanted: Wanted<Data>,
): Promise<DebituraTestkitError> {
  const { event, where, timeout, subscriptions } = wanted
  const like = typeof where === 'object' ? ` with ${show(where)}` : ''
  const came =
    deliveries.length > 0
      ? `these came: ${deliveries.map((delivery) => told(delivery, wanted)).join(', ')}`
      : 'nothing came'
  const astray = strays.length > 0 ? [`not shown to any test: ${strays.join(', ')}`] : []
  const likely = [...(await whatAils(subscriptions)), ...refused(deliveries)]
  return new DebituraTestkitError({
    code: 'DBT_DELIVERY_MISSING',
    what: `Waited ${timeout} ms for a delivery${event === undefined ? '' : ` of ${event}`}${like}`,
    why: [came, ...astray].join('; '),
    todo:
      reasons(likely) ??
      'Check what the test does before: an inbox receives what is about the cases and clients that its own test makes',
  })
}

function told<Data>(delivery: Delivery, { event, where, isGiven }: Wanted<Data>): string {
  const one = held(delivery)
  const isLike = one.event !== undefined && (event === undefined || one.event === event)
  const notes = [
    one.receivedAt.toISOString(),
    ...(isGiven(delivery) ? ['given before'] : []),
    ...(delivery.isPing ? ['a ping'] : []),
    ...(delivery.isReplay ? ['a replay'] : []),
    ...(delivery.isDuplicate ? ['a duplicate'] : []),
    // Where it is of the wanted event, its data is of the wanted kind.
    ...(isLike ? unmet(where, one.data as Data) : []),
  ]
  return `${delivery.event ?? 'something unknown'} (${notes.join(', ')})`
}

async function whatAils(subscriptions: Wanted<never>['subscriptions']): Promise<string[]> {
  try {
    return (await subscriptions()).flatMap(({ isActive, disabledReason }) => {
      if (isActive) return []
      const reason = disabledReason === null ? '' : `: ${disabledReason}`
      return [`Debitura has disabled the subscription${reason}; \`inbox.enable()\` enables it again`]
    })
  } catch (error) {
    // What is asked for the sake of a message must not replace it.
    return [`the subscription cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function refused(deliveries: readonly Delivery[]): string[] {
  return deliveries.some(({ answered }) => answered !== undefined && answered >= 300)
    ? [
        "a delivery that was refused is tried again after a minute of Debitura's clock, then after two, and so on",
      ]
    : []
}
