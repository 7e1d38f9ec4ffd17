/** What a signature header says: when it was signed, and every `v1`. There are two while a secret is being changed. */
export interface SignatureHeader {
  readonly seconds: string
  readonly digests: readonly string[]
}

const DIGEST = /^[0-9a-f]{64}$/
/** As many digits as a number can hold exactly. */
const SECONDS = /^\d{1,15}$/

/**
 * Reads `t=...,v1=...`. Fields of other names are ignored, as a later version may have them.
 * @returns what is wrong with it, as a clause, where it cannot be read
 */
export function readHeader(header: string): SignatureHeader | string {
  const fields = header.split(',').map((field) => {
    const [name = '', ...value] = field.split('=')
    return { name, value: value.join('=') }
  })
  const valuesOf = (wanted: string) => fields.filter(({ name }) => name === wanted).map(({ value }) => value)
  const [seconds, ...more] = valuesOf('t')
  if (seconds === undefined) return 'it has no `t`'
  if (more.length > 0) return 'it has more than one `t`'
  if (!SECONDS.test(seconds)) return 'its `t` is no Unix time in seconds'
  const candidates = valuesOf('v1')
  if (candidates.length === 0) return 'it has no `v1`'
  const digests = candidates.filter((value) => DIGEST.test(value))
  return digests.length === 0 ? 'its `v1` is not 64 hex digits in lower case' : { seconds, digests }
}
