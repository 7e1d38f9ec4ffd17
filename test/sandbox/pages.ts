/** Follows pages as a script without a browser would: fetches one, fills in its form, and presses a button. */

/** A page that was fetched, after all redirects. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly html: string
}

export async function open(url: string): Promise<Page> {
  return read(await fetch(url))
}

/** Sends the form of a page: its fields as they stand, those given here, and the button with the given label. */
export async function press(page: Page, label: string, fields: Record<string, string> = {}): Promise<Page> {
  const sent = new URLSearchParams()
  for (const [, name = '', value = ''] of page.html.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"/g))
    sent.set(name, unescaped(value))
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  const [, name = '', value = ''] =
    new RegExp(`<button type="submit" name="(\\w+)" value="(\\w*)">${label}</button>`).exec(page.html) ?? []
  if (name === '') throw new Error(`No button '${label}' in ${page.html}`)
  sent.set(name, value)
  return read(await fetch(page.url, { method: 'POST', body: sent }))
}

async function read(response: Response): Promise<Page> {
  return { url: response.url, status: response.status, html: await response.text() }
}

const unescaped = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
