import fc from 'fast-check'
import { type Model, type ModelWorld, WORLD_NAMES, type WorldName } from './model.ts'
import type { RealWorld } from './real-world.ts'

/** Both worlds, as they really are. */
export type Real = Readonly<Record<WorldName, RealWorld>>

/** Something that somebody does in one world. */
interface Deed<Choice> {
  readonly name: string
  /** What is left to chance. */
  readonly choice: fc.Arbitrary<Choice>
  /** Does it to the sandbox, expects the answer that the model foretells, and brings the model up to date. */
  readonly act: (model: ModelWorld, real: RealWorld, choice: Choice) => Promise<void>
  /** Whether it can be done as things stand. */
  readonly possible?: (model: ModelWorld, choice: Choice) => boolean
}

/** A command for fast-check's models, done in one of the worlds. */
export function command<Choice>({ name, choice, act, possible = () => true }: Deed<Choice>) {
  return fc.record({ world: fc.constantFrom(...WORLD_NAMES), choice }).map(
    ({ world, choice }): fc.AsyncCommand<Model, Real> => ({
      check: (model) => possible(model[world], choice),
      run: (model, real) => act(model[world], real[world], choice),
      toString: () => `${name} in ${world} ${JSON.stringify(choice)}`,
    }),
  )
}
