import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Debitura } from '../../../src/sandbox/debitura.ts'
import { settingsFrom } from '../../../src/sandbox/options.ts'
import { Tables } from '../../../src/sandbox/store/tables.ts'

const STORE = new URL('../../../src/sandbox/store/', import.meta.url)

test('what a world remembers is in its tables, where a snapshot finds it', () => {
  const besides = [
    'name',
    'debitura',
    'clock',
    'behaviours',
    'creditor',
    'referralPartner',
    'collectionPartner',
  ]
  const world = new Debitura(settingsFrom({})).world('w')
  // A new table belongs in store/tables.ts. A new account belongs in store/accounts.ts, and here.
  expect(Object.keys(world).toSorted()).toEqual([...Object.keys(new Tables()), ...besides].toSorted())
})

test('tables keep no numbers of their own, which a snapshot would not find: `sequences` gives them out', () => {
  const counting = readdirSync(STORE).filter((file) =>
    /^\s+#\w+(: number)? = \d/m.test(readFileSync(new URL(file, STORE), 'utf8')),
  )
  // The size of a ledger follows from what is added to it.
  expect(counting).toEqual(['ledger.ts'])
})
