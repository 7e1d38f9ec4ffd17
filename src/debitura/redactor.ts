/** Takes secrets out of texts. */
export interface Redactor {
  /** Makes a secret known. Blank ones, and those too short to tell from ordinary text, are ignored. */
  add(secret: string): void
  /** The text with every known secret, in every form that it travels in, replaced. */
  redact(text: string): string
}

/** What stands where a secret was. */
const REDACTED = '[redacted]'

const SHORTEST_SECRET = 6

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const known = new Set<string>()
  let pattern: RegExp | undefined
  return {
    add(secret) {
      if (known.has(secret) || secret.trim().length < SHORTEST_SECRET) return
      known.add(secret)
      pattern = undefined
    },
    redact(text) {
      if (known.size === 0) return text
      pattern ??= anyOf([...known].flatMap(formsOf))
      return text.replace(pattern, REDACTED)
    },
  }
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const base64 = bytes.toString('base64')
  const json = JSON.stringify(secret).slice(1, -1)
  // Through bytes, because encodeURIComponent refuses half a surrogate pair.
  const encoded = encodeURIComponent(bytes.toString('utf8'))
  return [
    secret,
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    new URLSearchParams([['', secret]]).toString().slice(1),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    json,
    dotnetEscaped(json),
  ]
}

// System.Text.Json escapes these too, unless told otherwise: a base64 key comes back with \u002B for each plus sign.
function dotnetEscaped(json: string): string {
  return json.replace(
    /[+&<>'`\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

function anyOf(forms: readonly string[]): RegExp {
  // The longest first, so that a form is not left half standing by one that is a part of it.
  const distinct = [...new Set(forms)].sort((one, other) => other.length - one.length)
  return new RegExp(distinct.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g')
}
