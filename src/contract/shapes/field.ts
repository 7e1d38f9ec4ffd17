import * as v from 'valibot'

/** Text that Debitura may leave out or send as `null`; read as `null` either way. */
export const textOrNull = v.nullish(v.string(), null)

/** A whole number of 32 bits. */
export const int32 = v.pipe(v.number(), v.integer(), v.metadata({ format: 'int32' }))

/** An amount or another number that need not be whole. */
export const double = v.pipe(v.number(), v.metadata({ format: 'double' }))

/** A number that Debitura may leave out or send as `null`; read as `null` either way. */
export const numberOrNull = v.nullish(double, null)

/**
 * A point in time. Debitura writes some without a zone (`2026-06-17T08:30:00`), and means UTC.
 * @see github.com/debitura/Debitura.MCP, src/domain.ts
 */
export const timestamp = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    'Expected an ISO 8601 date',
  ),
  v.metadata({ format: 'date-time' }),
)

/** A {@link timestamp} that may be absent. */
export const timestampOrNull = v.nullish(timestamp, null)

/** A day: `2026-06-17`. */
export const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'Expected an ISO 8601 date'),
  v.metadata({ format: 'date' }),
)

/** A UUID in its text form, in any case. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A {@link UUID}. */
export const uuid = v.pipe(v.string(), v.regex(UUID, 'Expected a UUID'), v.metadata({ format: 'uuid' }))

/** A {@link uuid} that may be absent. */
export const uuidOrNull = v.nullish(uuid, null)

/** As much of an e-mail address as can be told without sending to it. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** An {@link EMAIL} address. */
export const email = v.pipe(
  v.string(),
  v.regex(EMAIL, 'Expected an e-mail address'),
  v.metadata({ format: 'email' }),
)

/** Text of a request that may be left out; limited in length where Debitura publishes a limit. */
export const optionalText = (maxLength?: number) =>
  v.nullish(maxLength === undefined ? v.string() : v.pipe(v.string(), v.maxLength(maxLength)))

/** An {@link email} of a request that may be left out. */
export const optionalEmail = (maxLength?: number) =>
  v.nullish(maxLength === undefined ? email : v.pipe(email, v.maxLength(maxLength)))

/** A URL. Which ones an operation takes is a rule of its own. */
export const uri = v.pipe(v.string(), v.metadata({ format: 'uri' }))

/** Text of an answer that Debitura says is never empty. Nothing is gained by insisting. */
export const publishedFilled = v.pipe(v.string(), v.metadata({ minLength: 1 }))

/** Published as something that may be null, where no code could do without it. */
export const publishedNullable = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(schema, v.metadata({ nullable: true }))

/** Published as something that is never null, and read all the same where it is. */
export const publishedNotNull = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(schema, v.metadata({ nullable: false }))
