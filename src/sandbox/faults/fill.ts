import type { Schema } from '../../contract/operations/index.ts'

/** As much of a Valibot schema as filling it in needs. */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly pipe?: readonly { readonly type: string; readonly metadata?: { readonly format?: string } }[]
}

/** Text that is well-formed, by its format. */
const TEXTS: Readonly<Record<string, string>> = {
  'date-time': '1970-01-01T00:00:00.000Z',
  uuid: '00000000-0000-0000-0000-000000000000',
}

const formatOf = ({ pipe = [] }: Shape) => pipe.find(({ type }) => type === 'metadata')?.metadata?.format

/** Fills a shape in with as little as it takes; fields of the given names get the given text. */
export function filled(schema: Schema<unknown, unknown>, texts: Readonly<Record<string, string>>): unknown {
  // A Valibot schema is plain data; these are the fields that its own functions read.
  return fillingOf(schema as unknown as Shape, '', texts)
}

function fillingOf(shape: Shape, name: string, texts: Readonly<Record<string, string>>): unknown {
  const text = texts[name]
  switch (shape.type) {
    case 'object':
    case 'loose_object':
    case 'strict_object':
      return Object.fromEntries(
        Object.entries(shape.entries ?? {}).map(([key, inner]) => [key, fillingOf(inner, key, texts)]),
      )
    case 'string':
      return text ?? TEXTS[formatOf(shape) ?? ''] ?? ''
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'array':
      return []
    case 'literal':
      return shape.literal
    case 'picklist':
      return shape.options?.[0]
    case 'nullish':
    case 'nullable':
      return text ?? null
    default:
      return undefined
  }
}
