import type { BaseIssue, BaseSchema, InferInput, InferOutput } from 'valibot'
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
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path template: `/cases/{id}`. */
  readonly path: Path
  readonly safety: Safety
  /** Query parameters, as published. Names are case-insensitive. */
  readonly query: readonly string[]
  /** Shape of the request's body; `undefined` where there is none. */
  readonly body: Body
  /** Statuses that mean success. All of them carry the same body. */
  readonly success: readonly [number, ...number[]]
  /** Shape of a success's body; `undefined` where there is none (204). */
  readonly answer: Answer
  /** Error statuses that the operation documents, each with its shape. */
  readonly refusals: Readonly<Record<number, Schema<unknown, unknown>>>
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
> = Omit<Operation<Path, Body, Answer>, 'api' | 'name' | 'query' | 'body' | 'answer'> & {
  readonly query?: readonly string[]
  readonly body?: Body
  readonly answer?: Answer
}

/** Declares one operation of an API; {@link operations} adds the API and the name. */
export function operation<
  const Path extends string,
  Body extends Schema<unknown, unknown> | undefined = undefined,
  Answer extends Schema<unknown, unknown> | undefined = undefined,
>(declaration: Declaration<Path, Body, Answer>): Omit<Operation<Path, Body, Answer>, 'api' | 'name'> {
  // A schema that was left out has the type `undefined`, which is its value too.
  return { query: [], ...declaration, body: declaration.body as Body, answer: declaration.answer as Answer }
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
