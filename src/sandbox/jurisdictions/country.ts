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

/** A country of ISO 3166-1. */
export interface Country {
  /** The same in every world and every run: Debitura numbers countries in a way of its own. */
  readonly id: number
  readonly alpha2: string
  readonly name: string
}

/** A number that follows from a country's code. */
const idOf = (alpha2: string): number => (alpha2.charCodeAt(0) - 65) * 26 + alpha2.charCodeAt(1) - 64

let byCode: Map<string, Country> | undefined

/** Countries by code, read once and only when a country is named. */
function countries(): Map<string, Country> {
  if (byCode !== undefined) return byCode
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  byCode = new Map()
  for (const alpha2 of codes) {
    const name = NO_COUNTRY.has(alpha2) ? undefined : english.of(alpha2)
    if (name !== undefined) byCode.set(alpha2, { id: idOf(alpha2), alpha2, name })
  }
  return byCode
}

/** A country, by ISO 3166-1 alpha-2 code or by its English name, in any case. */
export function countryOf(codeOrName: string): Country | undefined {
  const text = codeOrName.trim()
  const known = countries().get(text.toUpperCase())
  if (known !== undefined) return known
  const lower = text.toLowerCase()
  for (const country of countries().values()) if (country.name.toLowerCase() === lower) return country
  return undefined
}
