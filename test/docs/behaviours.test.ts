import { expect, test } from 'vitest'
import { behavioursPage } from './behaviours-page.ts'

test('docs/behaviours.md lists every behaviour, as it stands', async () => {
  await expect(
    behavioursPage(),
    'The page is out of date. Run `npm run docs` to write it anew.',
  ).toMatchFileSnapshot('../../docs/behaviours.md')
})
