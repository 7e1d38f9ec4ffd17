import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import { connectTo, failureOf } from '../debitura.ts'
import { type Behaviour, json, serve } from '../misbehaving-server.ts'

const secret = 'k3y/with+base64=='
const credentials = [
  { kind: 'key', key: secret },
  { kind: 'bearer', token: secret },
] as const

const tellTales: Readonly<Record<string, Behaviour>> = {
  'a refusal that repeats it': (response) =>
    json(response, 400, {
      message: `Bad key ${secret}.`,
      businessErrors: [{ type: secret, solutionUrl: `https://x.example/?k=${encodeURIComponent(secret)}` }],
    }),
  'a refusal that spells it with escapes': (response) =>
    void response
      .writeHead(400)
      .end(
        `{"message":"Bad key ${[...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}."}`,
      ),
  'a page that repeats it': (response) => void response.writeHead(502).end(`<title>${secret}</title>`),
  'a redirect that repeats it': (response) =>
    void response.writeHead(302, { location: `/?key=${encodeURIComponent(secret)}` }).end(),
  'an answer in which a field is named so': (response) => json(response, 200, { [secret]: secret }),
  'a broken connection': (response) => void response.socket?.destroy(),
}

it.each(
  Object.keys(tellTales).flatMap((name) =>
    credentials.map((credential) => [name, credential.kind, credential] as const),
  ),
)('%s: the %s shows nowhere in the error', async (name, _, credential) => {
  await using server = await serve(tellTales[name] ?? (() => undefined))
  await using debitura = connectTo(server.url)
  const body = { url: 'https://hook.example', events: [] }
  const error = await failureOf(
    debitura.call(customerApi.createWebhook, { credential, parameters: {}, body }),
  )
  const shown = `${inspect(error, { depth: 20 })} ${JSON.stringify(error)} ${error.stack}`
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ]
  for (const form of forms) expect(shown).not.toContain(form)
})
