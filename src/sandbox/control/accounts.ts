import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { Answered } from '../http/implement.ts'
import { notFound } from '../http/refusal.ts'
import { accountSnapshot, SeedAccount, seedAccount } from '../world-view/seed-account.ts'
import { Standing, setStanding } from '../world-view/standing.ts'
import { guarded, worldNameOf } from './guarded.ts'
import { readOrder } from './read-order.ts'

/**
 * Accounts, over HTTP:
 * - `POST /_sandbox/worlds/{world}/creditor/standing` with `{ "blocked": true }`, `{ "contract": "NewVersion" }`,
 *   `{ "powerOfAttorney": "Signed" }` or `{ "kyc": "Completed" }`: how the account behind the Customer API key stands;
 * - `POST /_sandbox/worlds/{world}/clients/{externalTenantId}/standing`: the same of a client;
 * - `POST /_sandbox/worlds/{world}/accounts` with `{ "email": "...", "linkedToAnotherPartner": true }`: an account that is
 *   no client here, so that a client with its address is a conflict.
 */
export function serveAccounts(api: Api, debitura: Debitura): void {
  api.post(
    '/_sandbox/worlds/{world}/creditor/standing',
    guarded(async (c) => {
      const standing = await readOrder(c, Standing)
      const world = debitura.world(worldNameOf(c))
      setStanding(world, world.creditor, standing)
    }),
  )
  api.post(
    '/_sandbox/worlds/{world}/clients/{externalTenantId}/standing',
    guarded(async (c) => {
      const standing = await readOrder(c, Standing)
      const world = debitura.worldToRead(worldNameOf(c))
      const client = world.clients.byTenant(c.req.param('externalTenantId') ?? '')
      if (client === undefined) throw notFound('client with this externalTenantId')
      setStanding(world, client.creditor, standing)
    }),
  )
  api.post(
    '/_sandbox/worlds/{world}/accounts',
    guarded(async (c) => {
      const seed = await readOrder(c, SeedAccount)
      return new Answered(201, accountSnapshot(seedAccount(debitura.world(worldNameOf(c)), seed)))
    }),
  )
}
