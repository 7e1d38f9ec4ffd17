/** Codes that `Intl` names though ISO 3166-1 gives them to no country. */
const NO_COUNTRY = new Set([
  ...[
    'AC',
    'AN',
    'BU',
    'CP',
    'CQ',
    'CS',
    'CT',
    'DD',
    'DG',
    'DY',
    'EA',
    'EU',
    'EZ',
    'FQ',
    'FX',
    'HV',
    'IC',
    'JT',
  ],
  ...[
    'MI',
    'NH',
    'NQ',
    'NT',
    'PC',
    'PU',
    'PZ',
    'QO',
    'RH',
    'SU',
    'TA',
    'TP',
    'UK',
    'UN',
    'VD',
    'WK',
    'XA',
    'XB',
  ],
  ...['XK', 'YD', 'YU', 'ZR', 'ZZ'],
])

let names: Map<string, string> | undefined

/** English names by code, read once and only when a country is named. */
function countries(): Map<string, string> {
  if (names !== undefined) return names
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  names = new Map(
    codes.flatMap((code): [string, string][] => {
      const name = NO_COUNTRY.has(code) ? undefined : english.of(code)
      return name === undefined ? [] : [[code, name]]
    }),
  )
  return names
}

/** A country, by ISO 3166-1 alpha-2 code or by its English name, in any case. */
export function countryOf(
  codeOrName: string,
): { readonly alpha2: string; readonly name: string } | undefined {
  const text = codeOrName.trim()
  const name = countries().get(text.toUpperCase())
  if (name !== undefined) return { alpha2: text.toUpperCase(), name }
  const lower = text.toLowerCase()
  for (const [alpha2, known] of countries()) if (known.toLowerCase() === lower) return { alpha2, name: known }
  return undefined
}
