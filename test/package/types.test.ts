import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inlineProject } from '../vitest/harness/index.ts'

const require = createRequire(import.meta.url)
const TSC = join(require.resolve('typescript/package.json'), '../bin/tsc')

/** What the compiler says of a project that uses the packed kit, in a strict config. */
function typeErrors(source: string, module: 'nodenext' | 'preserve' = 'nodenext'): string {
  using project = inlineProject({
    'use.ts': source,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module,
        target: 'es2022',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      },
      files: ['use.ts'],
    }),
  })
  try {
    execFileSync(process.execPath, [TSC, '-p', project.directory], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe('types', () => {
  it.each([
    'debitura-testkit',
    'debitura-testkit/playwright',
    'debitura-testkit/playwright/global-setup',
    'debitura-testkit/sandbox',
    'debitura-testkit/vitest/plugin',
    'debitura-testkit/webhooks',
  ])('of %s promise the values that it has, and no others', async (entry) => {
    using project = inlineProject({
      'names.mjs': `import * as kit from '${entry}'; console.log(JSON.stringify(Object.keys(kit)))`,
    })
    const names: string[] = JSON.parse(
      execFileSync(process.execPath, [join(project.directory, 'names.mjs')], { encoding: 'utf8' }),
    )
    expect(names.length).toBeGreaterThan(0)
    const has = names.map((name) => `${name}: true`).join(', ')
    expect(
      typeErrors(
        `import * as kit from '${entry}'\nexport const has: { [K in keyof typeof kit]: true } = { ${has} }\n`,
      ),
    ).toBe('')
  })

  it.each(['nodenext', 'preserve'] as const)(
    'give every fixture to a test of one’s own, with module %s',
    (module) => {
      const source = `
      import { test as base } from 'vitest'
      import type { Case, TestClient } from 'debitura-testkit'
      import { debituraFixtures, expect, test as kits } from 'debitura-testkit/vitest'

      const own = base.extend(debituraFixtures).extend<{ shared: TestClient }>({
        shared: [async ({ debituraFile }, use) => use(await debituraFile.clients.onboard()), { scope: 'file' }],
      })
      own('uses them', async ({ debitura, testCase, client, tag, shared, debituraFile }) => {
        const fields: Case = await debitura.cases.create({ debtor: { countryAlpha2: 'US', type: 'Private' } })
        const texts: string[] = [fields.id, testCase.id, client.externalTenantId, tag, shared.externalTenantId]
        await expect(debituraFile.cases.create()).resolves.toMatchObject({ currency: texts[0] })
        await expect(testCase).not.toBeClosed('Paid')
        // @ts-expect-error there is no such close code
        await expect(testCase).toBeClosed('Payed')
        // @ts-expect-error the tag is the run's
        await debitura.cases.create({ tag: 'mine' })
        // @ts-expect-error a test cannot take it off
        await debitura.cases.create({ isTest: false })
        // @ts-expect-error there is no such event
        await testCase.waitForEvent('case.closd')
        // @ts-expect-error a collection partner hears of it
        await testCase.waitForEvent('case.assigned')
        const { data } = await testCase.waitForEvent('payment.created', { where: ({ amount }) => amount > 10 })
        const amount: number = data.amount
        const inbox = await debitura.webhooks.inbox({ api: 'collection-partner', events: ['case.assigned'] })
        const lifecycle: string = (await inbox.next('case.assigned')).data.lifecycle
        // @ts-expect-error a creditor hears of it
        await inbox.next('case.created')
        await expect(testCase).toHaveFired('payment.created', { data: { amount } })
        await expect(testCase).not.toHaveFired('case.updated', { data: { newLifecycle: lifecycle } })
      })
      kits('has them too', async ({ debituraFile }) => void debituraFile.cases.create())
    `
      expect(typeErrors(source, module)).toBe('')
    },
  )

  it('give every fixture to a test of Playwright’s', () => {
    const source = `
      import { test as base } from '@playwright/test'
      import type { TestClient } from 'debitura-testkit'
      import { debituraFixtures, expect, test as kits } from 'debitura-testkit/playwright'

      const own = base.extend(debituraFixtures)
      const test = own.extend<object, { shared: TestClient }>({
        shared: [async ({ debituraWorker }, use) => use(await debituraWorker.clients.onboard()), { scope: 'worker' }],
      })
      test('uses them', async ({ debitura, testCase, client, tag, shared, page }) => {
        const texts: string[] = [testCase.id, client.externalTenantId, tag, shared.externalTenantId, page.url()]
        expect(texts).toHaveLength(5)
        await expect(testCase).not.toBeClosed('Paid')
        // @ts-expect-error there is no such close code
        await expect(testCase).toBeClosed('Payed')
        // @ts-expect-error the tag is the run's
        await debitura.cases.create({ tag: 'mine' })
        await expect(testCase).toHaveFired('payment.created', { data: { amount: 1 } })
      })
      kits.extend<{ paid: string }>({
        paid: async ({ debitura }, use) => use((await debitura.cases.create()).id),
      })('extends them', async ({ paid }) => void paid.length)
    `
    expect(typeErrors(source)).toBe('')
  })

  it('of the matchers come with the setup file', () => {
    const source = `
      import { expect, test } from 'vitest'
      import 'debitura-testkit/vitest/setup'

      test('a case', async () => {
        await expect({ lifecycle: 'Active' }).toBeInLifecycle('Active')
        // @ts-expect-error there is no such lifecycle
        await expect({ lifecycle: 'Active' }).toBeInLifecycle('Actve')
        // @ts-expect-error a payment has no close code
        await expect({ lifecycle: 'Active' }).toHaveFired('payment.created', { data: { closeCode: 'Paid' } })
      })
    `
    expect(typeErrors(source)).toBe('')
  })
})
