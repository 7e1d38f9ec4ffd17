/** Makes text safe inside HTML. */
export const escaped = (text: string | null | undefined): string =>
  (text ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** A field of a form. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string | null
  readonly type?: 'text' | 'date'
  readonly isRequired?: boolean
}

/** A button of a form; `name` and `value` tell which one was pressed. */
export interface Button {
  readonly label: string
  readonly name: string
  readonly value?: string
}

const input = ({ name, label, value, type = 'text', isRequired = false }: Field) =>
  `<p><label>${escaped(label)}<br>` +
  `<input type="${type}" name="${name}" value="${escaped(value)}"${isRequired ? ' required' : ''}></label></p>`

const button = ({ label, name, value = '' }: Button) =>
  `<button type="submit" name="${name}" value="${escaped(value)}">${escaped(label)}</button>`

/** A form that is sent to the page it stands on. */
export const form = (fields: readonly Field[], buttons: readonly Button[]): string =>
  `<form method="post">${fields.map(input).join('')}<p>${buttons.map(button).join(' ')}</p></form>`

/** A sentence; its text is made safe. */
export const paragraph = (text: string): string => `<p>${escaped(text)}</p>`

/** What is left to say once everything is done. */
export const status = (text: string): string => `<p role="status">${escaped(text)}</p>`

/** A whole page. The title is made safe; the content is HTML. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }
      button, input { font: inherit; padding: .5rem 1rem }
    </style>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      ${content}
      <p><small>This is a sandbox on this machine. Nothing signed here binds anybody.</small></p>
    </main>
  </body>
</html>
`
}
