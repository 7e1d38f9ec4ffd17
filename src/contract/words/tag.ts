import { TAG_MAX_LENGTH } from './limits.ts'

declare const tagBrand: unique symbol

/**
 * A tag that may reach a delete call: not blank, not too long. Made by {@link parseTag} alone, so that a call
 * that deletes by tag cannot be given any other string.
 */
export type Tag = string & { readonly [tagBrand]: true }

/** Reads a tag; says what is wrong with one that must not reach Debitura. */
export function parseTag(value: unknown): { readonly tag: Tag } | { readonly problem: string } {
  if (typeof value !== 'string')
    return { problem: `a tag is text, not ${value === null ? 'null' : typeof value}` }
  if (value.trim() === '') return { problem: 'the tag is blank' }
  if (value !== value.trim()) return { problem: 'the tag starts or ends with white space' }
  if (value.length > TAG_MAX_LENGTH) {
    return { problem: `the tag has ${value.length} characters, and Debitura takes at most ${TAG_MAX_LENGTH}` }
  }
  // The checks above are what the brand stands for.
  return { tag: value as Tag }
}
