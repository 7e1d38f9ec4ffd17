// The same for `require()`: of the types, classes above all, there is one.
import type * as kit from './index.js' with { 'resolution-mode': 'import' }

export declare const useDebitura: typeof kit.useDebitura
export declare const DebituraApiError: typeof kit.DebituraApiError
export declare const DebituraTestkitError: typeof kit.DebituraTestkitError
export type DebituraApiError = kit.DebituraApiError
export type DebituraTestkitError = kit.DebituraTestkitError
export type Debitura = kit.Debitura
export type DebituraInJest = kit.DebituraInJest
export type DebituraMatchers = kit.DebituraMatchers
export type ErrorCode = kit.ErrorCode
export type ManagedTestCase = kit.ManagedTestCase
export type TestCase = kit.TestCase
export type TestClient = kit.TestClient
export type ToHaveFiredOptions<Event extends Parameters<kit.DebituraMatchers['toHaveFired']>[0]> =
  kit.ToHaveFiredOptions<Event>
