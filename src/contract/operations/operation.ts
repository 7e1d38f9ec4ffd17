import { type BaseIssue, type BaseSchema, type InferInput, type InferOutput, string } from 'valibot'
import { uuid } from '../shapes/field.ts'
import type { ApiName } from '../words/api.ts'

/** Any Valibot schema. */
export type Schema<Input = unknown, Output = Input> = BaseSchema<Input, Output, BaseIssue<unknown>>

/**
 * Whether a call may be repeated when nobody knows if Debitura carried it out.
 * - `read`: changes nothing;
 * - `idempotent`: a second time does no more than the first;
 * - `keyed`: safe with an `Idempotency-Key`;
 * - `natural`: safe because the request names the thing (`externalTenantId`);
 * - `once`: not safe. A second call could do it twice, or be refused.
 */
export type Safety = 'read' | 'idempotent' | 'keyed' | 'natural' | 'once'

/** One operation of one API: everything that both a caller and a server have to know. */
export interface Operation<
  Path extends string = string,
  Body extends Schema<unknown, unknown> | undefined = Schema<unknown, unknown> | undefined,
  Answer extends Schema<unknown, unknown> | undefined = Schema<unknown, unknown> | undefined,
> {
  readonly api: ApiName
  /** The key under which the operation is declared, for example `createCase`. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path template: `/cases/{id}`. */
  readonly path: Path
  /** Shapes of the path's parameters, by name. */
  readonly parameters: Readonly<Record<string, Schema>>
  readonly safety: Safety
  /**
   * What an idempotency key is bound to. A key of a `request` refuses another body; with a key of a `body`, another
   * body is a request of its own.
   */
  readonly keyBinds: 'request' | 'body'
  /** Query parameters, by published name. Names are case-insensitive. */
  readonly query: Readonly<Record<string, Schema>>
  /** Shape of the request's body; `undefined` where there is none. */
  readonly body: Body
  /** How the body is written: as JSON, or as a form with a file in it. */
  readonly bodyType: 'json' | 'multipart'
  /** Statuses that mean success. All of them carry the same body. */
  readonly success: readonly [number, ...number[]]
  /** Shape of a success's body; `undefined` where there is none (204). */
  readonly answer: Answer
  /** Error statuses that the operation documents, each with its shape. */
  readonly refusals: Readonly<Record<number, Schema<unknown, unknown>>>
  /** Whether Debitura asks not to use it any more. */
  readonly deprecated: boolean
}

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** The path parameters that an operation needs. */
export type PathParameters<O extends Operation> = { readonly [K in Names<O['path']>]: string }

/** The body that an operation takes. */
export type BodyOf<O extends Operation> =
  O['body'] extends Schema<unknown, unknown> ? InferInput<O['body']> : undefined

/** What an operation answers. */
export type AnswerOf<O extends Operation> =
  O['answer'] extends Schema<unknown, unknown> ? InferOutput<O['answer']> : undefined

type Declaration<
  Path extends string,
  Body extends Schema<unknown, unknown> | undefined,
  Answer extends Schema<unknown, unknown> | undefined,
> = Pick<Operation<Path, Body, Answer>, 'method' | 'path' | 'safety' | 'success' | 'refusals'> &
  Partial<Pick<Operation, 'parameters' | 'query' | 'bodyType' | 'deprecated' | 'keyBinds'>> & {
    readonly body?: Body
    readonly answer?: Answer
  }

/** Declares one operation of an API; {@link operations} adds the API and the name. */
export function operation<
  const Path extends string,
  Body extends Schema<unknown, unknown> | undefined = undefined,
  Answer extends Schema<unknown, unknown> | undefined = undefined,
>(declaration: Declaration<Path, Body, Answer>): Omit<Operation<Path, Body, Answer>, 'api' | 'name'> {
  return {
    query: {},
    bodyType: 'json',
    keyBinds: 'request',
    deprecated: false,
    ...declaration,
    parameters: { ...parametersOf(declaration.path), ...declaration.parameters },
    // A schema that was left out has the type `undefined`, which is its value too.
    body: declaration.body as Body,
    answer: declaration.answer as Answer,
  }
}

/** Debitura's ids are UUIDs, but for the name that a referral partner gives its client; all else is text. */
function parametersOf(path: string): Record<string, Schema> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const isId = (name: string) => name !== 'externalTenantId' && /^id$|Id$/.test(name)
  return Object.fromEntries(names.map((name) => [name, isId(name) ? uuid : string()]))
}

/** Names the operations of one API by their keys. */
export function operations<const Table extends Record<string, Omit<Operation, 'api' | 'name'>>>(
  api: ApiName,
  table: Table,
): { readonly [Name in keyof Table]: Table[Name] & Pick<Operation, 'api' | 'name'> } {
  const named = Object.entries(table).map(([name, declared]) => [name, { ...declared, api, name }])
  // Same keys, each value with the two fields added.
  return Object.fromEntries(named)
}
