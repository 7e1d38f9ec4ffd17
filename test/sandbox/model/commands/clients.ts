import fc from 'fast-check'
import { expect } from 'vitest'
import { applicant } from '../../payloads.ts'
import { command } from '../command.ts'
import { picked } from '../model.ts'

const TENANTS = ['acme', 'beta', 'gamma'] as const

export const onboardClient = command({
  name: 'onboard a client',
  choice: fc.record({ tenant: fc.constantFrom(...TENANTS) }),
  async act(model, { referral, name }, { tenant }) {
    const known = model.clients.get(tenant)
    // The same name and addresses in both worlds: one must not notice the other.
    const { status, body } = await referral('POST', '/clients', applicant(tenant))
    expect(status, name).toBe(known?.signed ? 201 : 202)
    expect(body.externalTenantId).toBe(tenant)
    if (known !== undefined) return
    model.clients.set(tenant, { externalTenantId: tenant, creditorId: body.client.id, signed: false })
  },
})

export const signContract = command({
  name: "sign a client's contract",
  choice: fc.record({ which: fc.nat() }),
  possible: ({ clients }) => clients.size > 0,
  async act(model, { referral, sandbox }, { which }) {
    const client = picked([...model.clients.values()], which)
    if (client === undefined) return
    const { body } = await referral('GET', `/clients/${client.externalTenantId}`)
    if (client.signed) {
      expect(body).toMatchObject({ onboardingDone: true, onboardingLinks: null })
      return
    }
    const page = new URL(body.onboardingLinks.url)
    const response = await sandbox.request('referral-partner', page.pathname, { method: 'POST' })
    expect(response.status).toBe(303)
    client.signed = true
    for (const known of model.casesOf(`client ${client.externalTenantId}`)) {
      if (known.lifecycle === 'PendingContractSigning') known.lifecycle = 'PendingVerificationInternal'
    }
  },
})

export const resetClient = command({
  name: 'reset a client',
  choice: fc.record({ which: fc.nat() }),
  possible: ({ clients }) => clients.size > 0,
  async act(model, real, { which }) {
    const client = picked([...model.clients.values()], which)
    if (client === undefined) return
    const { externalTenantId } = client
    const cases = model.casesOf(`client ${externalTenantId}`)
    const isBlocked = cases.some(({ lifecycle }) => lifecycle === 'Active')
    const asked = await real.referral('GET', `/clients/${externalTenantId}/is-deletable`)
    expect(asked.body.isDeletable).toBe(!isBlocked)
    const { status } = await real.referral('DELETE', `/clients/${externalTenantId}`)
    expect(status).toBe(isBlocked ? 422 : 204)
    if (isBlocked) return
    model.removeClient(client)
    real.forget(externalTenantId)
  },
})
