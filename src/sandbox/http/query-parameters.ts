import { getMetadata } from 'valibot'
import type { Operation, Schema } from '../../contract/operations/index.ts'
import type { Query } from './query.ts'
import { time, truth, wholeNumber } from './query-text.ts'
import { quickCheck } from './quick-check.ts'
import { unreadable } from './refusal.ts'

/** As much of a Valibot schema as tells how a parameter is written. */
type ParameterSchema = Schema & { readonly wrapped?: Schema; readonly item?: Schema }

/** Makes a check that refuses query parameters of another type than the operation takes: 400. Blank ones pass. */
export function queryCheck({ query }: Operation): (given: Query) => void {
  const checks = new Map(
    Object.entries(query).map(([name, schema]) => [name.toLowerCase(), parameterCheck(name, schema)]),
  )
  return (given) => {
    for (const name of given.names()) checks.get(name)?.(given)
  }
}

function parameterCheck(name: string, declared: ParameterSchema): (given: Query) => void {
  const schema: ParameterSchema = declared.wrapped ?? declared
  const says = textCheck(schema.item ?? schema)
  return (given) => {
    const texts = schema.item === undefined ? [given.text(name) ?? ''] : given.list(name)
    const odd = texts.find((text) => text !== '' && !says(text))
    if (odd !== undefined) throw unreadable(`The value '${odd}' is not valid for ${name}.`)
  }
}

/** Whether a text says a value of the type; whether the value is in its bounds is up to whoever reads it. */
function textCheck(schema: Schema): (text: string) => boolean {
  switch (schema.type) {
    case 'number':
      return (text) => wholeNumber(text) !== undefined
    case 'boolean':
      return (text) => truth(text) !== undefined
    case 'picklist':
      // Numbers that stand for words are written as the words too, which their schemas do not know.
      return () => true
    default:
      return isTime(schema) ? (text) => time(text) !== undefined : quickCheck(schema)
  }
}

const isTime = (schema: Schema) => (getMetadata(schema) as { format?: unknown }).format === 'date-time'
