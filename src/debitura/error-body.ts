/** What an error body says, in whichever of its shapes. */
export interface ErrorBody {
  /** Debitura's own type, for example `NoPartnerAvailable`. */
  readonly type: string | undefined
  readonly messages: readonly string[]
  readonly solutionUrl: string | undefined
}

// Text about the request as a whole, rather than about a field of this name.
const TEXTS = new Set(['message', 'title', 'detail', 'errorMessage', 'BusinessRule'])
// They hold what belongs one level up.
const WRAPPERS = new Set([
  'businessErrors',
  'validationErrors',
  'errors',
  'conflictResponse',
  'data',
  'onboardingLinks',
  'signingHandoff',
])
const URLS = new Set(['solutionUrl', 'url', 'combinedSigningUrl'])
// Facts for machines that say nothing about what is wrong.
const SILENT = new Set([
  'status',
  'instance',
  'traceId',
  'retryAfter',
  'externalTenantId',
  'isAttributedClient',
])
// Deeper bodies are nonsense, and must not exhaust the stack.
const DEEPEST = 8

/**
 * Reads any error body: Debitura's usual one, its business errors, field errors by name (nested or not), RFC 7807,
 * client conflicts, rate limits, and text or pages of proxies. Takes everything, and keeps every message.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
export function readErrorBody(text: string): ErrorBody {
  const reading = new Reading()
  const json = parse(text)
  if (json === undefined) reading.say(pageTitle(text) ?? text)
  else reading.visit(json, '', 0)
  return reading.result()
}

class Reading {
  readonly #types: string[] = []
  readonly #labels: string[] = []
  readonly #urls: string[] = []
  readonly #messages = new Set<string>()

  say(text: string, field = ''): void {
    const said = text.trim()
    if (said !== '') this.#messages.add(field === '' ? said : `${field}: ${said}`)
  }

  visit(value: unknown, field: string, depth: number): void {
    if (typeof value === 'string') this.say(value, field)
    else if (Array.isArray(value) && depth < DEEPEST)
      for (const one of value) this.visit(one, field, depth + 1)
    else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
      for (const [name, inner] of Object.entries(value)) this.#member(name, inner, field, depth + 1)
    }
  }

  #member(name: string, value: unknown, field: string, depth: number): void {
    // A field error can be about any of them; then it is a list.
    if (SILENT.has(name) && !Array.isArray(value)) return
    if (typeof value === 'string') {
      const facts = this.#factsNamed(name)
      if (facts !== undefined) return void facts.push(value)
    }
    if (TEXTS.has(name) || WRAPPERS.has(name)) this.visit(value, field, depth)
    else this.visit(value, field === '' ? name : `${field}.${name}`, depth)
  }

  #factsNamed(name: string): string[] | undefined {
    if (name === 'type' || name === 'errorType') return this.#types
    if (name === 'error') return this.#labels
    return URLS.has(name) ? this.#urls : undefined
  }

  result(): ErrorBody {
    const type = this.#types.find(isWord) ?? this.#labels.find(isWord)
    // The label often repeats the message. RFC 7807 has a URL for a type, which says less than its title.
    const rest = [...this.#labels, ...this.#types.filter((text) => !isWord(text) && !URL.canParse(text))]
    for (const text of rest) if (text !== type) this.say(text)
    return { type, messages: [...this.#messages], solutionUrl: this.#urls[0] }
  }
}

function isWord(text: string): boolean {
  return /^\w{1,80}$/.test(text)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: a proxy's page, or plain text.
    return undefined
  }
}

function pageTitle(text: string): string | undefined {
  return /^\s*</.test(text) ? (/<title[^>]*>([^<]*)</i.exec(text)?.[1] ?? 'an HTML page') : undefined
}
