const STATES =
  'AL:Alabama AK:Alaska AZ:Arizona AR:Arkansas CA:California CO:Colorado CT:Connecticut DE:Delaware ' +
  'DC:District_of_Columbia FL:Florida GA:Georgia HI:Hawaii ID:Idaho IL:Illinois IN:Indiana IA:Iowa KS:Kansas ' +
  'KY:Kentucky LA:Louisiana ME:Maine MD:Maryland MA:Massachusetts MI:Michigan MN:Minnesota MS:Mississippi ' +
  'MO:Missouri MT:Montana NE:Nebraska NV:Nevada NH:New_Hampshire NJ:New_Jersey NM:New_Mexico NY:New_York ' +
  'NC:North_Carolina ND:North_Dakota OH:Ohio OK:Oklahoma OR:Oregon PA:Pennsylvania PR:Puerto_Rico RI:Rhode_Island ' +
  'SC:South_Carolina SD:South_Dakota TN:Tennessee TX:Texas UT:Utah VT:Vermont VA:Virginia WA:Washington ' +
  'WV:West_Virginia WI:Wisconsin WY:Wyoming'

/** A state of the US. */
export interface UsState {
  readonly alpha2: string
  readonly name: string
}

/** The states of the US, by code. */
export const US_STATES: readonly UsState[] = STATES.split(' ').map((state) => {
  const [alpha2 = '', name = ''] = state.replaceAll('_', ' ').split(':')
  return { alpha2, name }
})

const byCodeOrName = new Map(
  US_STATES.flatMap((state) =>
    [state.alpha2, state.name].map((text) => [text.toLowerCase(), state] as const),
  ),
)

/** The state of the US that text names: `CA`, `US-CA` or `California`. */
export const usStateOf = (text: string): UsState | undefined =>
  byCodeOrName.get(text.trim().toLowerCase().replace(/^us-/, ''))

/** Whether text names a state of the US. */
export const isUsState = (text: string): boolean => usStateOf(text) !== undefined
