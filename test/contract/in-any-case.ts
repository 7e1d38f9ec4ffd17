import fc from 'fast-check'

/** A name of a table, and that name or its label in any mixture of cases. */
export function inAnyCase(
  table: readonly (readonly [name: string, label: string])[],
): fc.Arbitrary<readonly [name: string, written: string]> {
  return fc
    .record({ row: fc.constantFrom(...table), byLabel: fc.boolean() })
    .chain(({ row, byLabel }) =>
      fc.tuple(fc.constant(row[0]), fc.mixedCase(fc.constant(byLabel ? row[1] : row[0]))),
    )
}
