import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { ApiName } from '../../src/contract/words/index.ts'
import { DELIBERATE_DIFFERENCES } from './deliberate-differences.ts'
import { type Deliberate, type Difference, isMeant, lineOf } from './difference.ts'
import { componentSchemas, jsonSchema } from './json-schema.ts'
import { type Described, operationsOf, type Piece } from './published.ts'

/** A point in time with or without its zone: Debitura writes some without. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** Answers that any operation may give, and that no document lists. */
const ALWAYS_POSSIBLE: readonly number[] = [401, 405, 413, 415, 429]

const TEXT = { type: ['string', 'null'] }

/**
 * What a 400 may be instead: messages by field, or ASP.NET's own words for what cannot be read. No document lists them.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
const OTHER_400 = {
  anyOf: [
    {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'array', minItems: 1, items: { type: 'string' } },
    },
    {
      type: 'object',
      required: ['title', 'status'],
      properties: { type: TEXT, title: TEXT, status: { const: 400 }, detail: TEXT, instance: TEXT },
    },
  ],
}

/** Holds real answers against one document. */
export class AnswerCheck {
  readonly #api: ApiName
  readonly #operations: ReturnType<typeof operationsOf>
  readonly #ajv: Ajv
  readonly #met = new Set<Deliberate>()
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(api: ApiName, document: Described) {
    this.#api = api
    this.#operations = operationsOf(document)
    this.#ajv = new Ajv({ allErrors: true, strict: false })
    // The package is CommonJS, and its default export is the function itself in some loaders and an object in others.
    addFormats.default(this.#ajv)
    this.#ajv.addFormat('date-time', TIME)
    const schemas = componentSchemas(document.components.schemas)
    this.#ajv.addSchema({ $id: 'document', components: { schemas } })
  }

  /** The operation that a request reaches, by its method and its path without a query. */
  operationOf(method: string, path: string): string | undefined {
    const candidates = [...this.#operations.keys()].filter((name) => matches(name, `${method} ${path}`))
    // What is written out goes before what is a parameter: `/coverage/search` before `/coverage/{id}`.
    return candidates.toSorted((left, right) => parametersIn(left) - parametersIn(right))[0]
  }

  /** What is wrong with an answer; nothing where all is well. */
  problems(operation: string, status: number, body: unknown): string[] {
    const answer = this.#operations.get(operation)?.responses[status]
    if (answer === undefined) {
      return ALWAYS_POSSIBLE.includes(status)
        ? []
        : [`${operation} answers ${status}, which is not documented`]
    }
    const schema = answer.content?.['application/json']?.schema
    if (schema === undefined) {
      const isBodiless = status < 400
      return isBodiless && body !== undefined ? [`${operation} answers ${status} with a body`] : []
    }
    const validate = this.#validate(`${operation} ${status}`, schema)
    if (validate(body)) return []
    if (status === 400 && this.#validate('any 400', OTHER_400)(body)) return []
    const found = (validate.errors ?? []).map((error) => this.#difference(operation, status, error))
    return found.filter((difference) => !this.#isMeant(difference)).map(lineOf)
  }

  /** Whether an answer differed as it is meant to. */
  hasMet(meant: Deliberate): boolean {
    return this.#met.has(meant)
  }

  #isMeant(difference: Difference): boolean {
    const meant = DELIBERATE_DIFFERENCES.find((candidate) => isMeant(difference, candidate))
    if (meant !== undefined) this.#met.add(meant)
    return meant !== undefined
  }

  #validate(key: string, schema: Piece): ValidateFunction {
    const known = this.#compiled.get(key)
    if (known !== undefined) return known
    const text = JSON.stringify(jsonSchema(schema)).replaceAll('"#/components', '"document#/components')
    const compiled = this.#ajv.compile(JSON.parse(text))
    this.#compiled.set(key, compiled)
    return compiled
  }

  #difference(
    operation: string,
    status: number,
    { instancePath, keyword, message, params }: ErrorObject,
  ): Difference {
    const at = instancePath.replaceAll(/\/\d+/g, '[]').replaceAll('/', '.').replace(/^\./, '')
    // A keyword of JSON Schema is what a difference calls its kind.
    const kind = keyword as Difference['kind']
    const published = `${message} ${JSON.stringify(params)}`
    return { api: this.#api, operation, part: `answer ${status}`, at, kind, published, ours: undefined }
  }
}

const parametersIn = (operation: string) => operation.split('{').length

function matches(template: string, request: string): boolean {
  const [method = '', path = ''] = template.split(' ')
  const escaped = path.split(/\{\w+\}/).map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${method} ${escaped.join('[^/]+')}$`, 'i').test(request)
}
