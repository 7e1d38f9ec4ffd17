import type { ClientRecord } from '../store/client-record.ts'

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The page on which a client signs: what a person sees at `onboardingLinks.url`. */
export function onboardingPage({ creditor }: ClientRecord): string {
  const name = escaped(creditor.profile.companyName ?? '')
  const content = creditor.signed
    ? `<p role="status">${name} has signed. There is nothing left to do.</p>`
    : `<p>Sign the debt collection contract for ${name}.</p>
      <form method="post"><button type="submit" name="sign">Sign the contract</button></form>`
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Onboarding of ${name}</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }
      button { font: inherit; padding: .5rem 1rem }
    </style>
  </head>
  <body>
    <main>
      <h1>Onboarding</h1>
      ${content}
      <p><small>This is a sandbox on this machine. Nothing signed here binds anybody.</small></p>
    </main>
  </body>
</html>
`
}
