import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as vocabulary from '../../src/contract/words/index.ts'
import { inlineProject, runVitest, statesOf } from '../vitest/harness/index.ts'

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')

/** The code block whose first line names the file. */
function pasted(path: string): string {
  const block = README.match(new RegExp(`\`\`\`ts\\n// ${path.replaceAll('.', '\\.')}\\n([^]*?)\`\`\``))?.[1]
  if (block === undefined) throw new Error(`The README has no code for ${path}`)
  return block
}

describe('what the README says', () => {
  it('works when pasted', async () => {
    using project = inlineProject({
      'test/settlement.test.ts': pasted('test/settlement.test.ts'),
      'test/expiry.test.ts': pasted('test/expiry.test.ts'),
      'test/webhooks.test.ts': pasted('test/webhooks.test.ts'),
      'test/handler.test.ts': pasted('test/handler.test.ts'),
      'vitest.config.ts': pasted('vitest.config.ts'),
    })
    const { exitCode, results, stderr } = await runVitest(project)
    expect(results && statesOf(results)).toEqual({
      'test/expiry.test.ts > a bearer token is good for half an hour': 'passed',
      'test/handler.test.ts > a case that was closed is taken, once it is signed, and for five minutes':
        'passed',
      'test/settlement.test.ts > an invoice is settled when its case closes as paid': 'passed',
      'test/settlement.test.ts > the same e-mail can be onboarded again': 'passed',
      'test/webhooks.test.ts > a payment is told of, until somebody takes it': 'passed',
    })
    expect(stderr).toContain('left nothing behind')
    expect(exitCode).toBe(0)
  })

  it('names every environment variable that the kit reads for keys and origins', () => {
    const { KEY_VARIABLES, URL_VARIABLES } = vocabulary
    for (const name of Object.values(KEY_VARIABLES)) expect(README).toContain(`\`${name}\``)
    expect(README).toContain(`\`${URL_VARIABLES.customer}\``)
  })

  it('names every option', () => {
    const options = readFileSync(
      fileURLToPath(new URL('../../src/steward/options.ts', import.meta.url)),
      'utf8',
    )
    const declared = options.slice(options.indexOf('export interface DebituraOptions'))
    const names = [...declared.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names)
      expect(README, `option ${name}`).toMatch(
        new RegExp(`\`${name}|\`${name?.replace(/^(referral|collectionPartner)ApiUrl$/, 'customerApiUrl')}`),
      )
  })

  it('names every room of src', async () => {
    const { readdirSync } = await import('node:fs')
    const rooms = readdirSync(fileURLToPath(new URL('../../src', import.meta.url)), { withFileTypes: true })
    for (const room of rooms.filter((entry) => entry.isDirectory()))
      expect(README).toContain(`\`${room.name}\``)
  })
})
