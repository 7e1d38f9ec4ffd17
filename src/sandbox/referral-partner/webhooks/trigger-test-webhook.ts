import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { refusal } from '../../http/refusal.ts'
import { triggerEvent } from '../../rules/subscriptions/trigger-event.ts'

export const triggerTestWebhook = implement(referralPartnerApi.triggerTestWebhook, ({ world, body }) => {
  if (world.debitura.settings.environment === 'production') {
    throw refusal(403, 'TestEnvironmentOnly', 'Events can be triggered in the test environment only.')
  }
  return triggerEvent(world, body)
})
