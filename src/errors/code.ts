/**
 * Every reason for which the kit refuses or fails, as a stable code. Codes are part of the public interface: a
 * message may be reworded, a code keeps its meaning.
 */
export type ErrorCode =
  /** Debitura answered with an error status. */
  | 'DBT_API_ERROR'
  /** Debitura cannot be reached, so that nothing was done; or it took too long. */
  | 'DBT_UNREACHABLE'
  /** The connection broke before the answer was complete: nobody knows whether the call was carried out. */
  | 'DBT_ANSWER_LOST'
  /** Debitura answered something that is not what its contract says. */
  | 'DBT_UNEXPECTED_ANSWER'
  /** A URL whose host or scheme the kit does not send keys to. */
  | 'DBT_HOST_NOT_ALLOWED'
  /** A redirect, which the kit never follows. */
  | 'DBT_REDIRECT_REFUSED'
  /** A setting is missing, of the wrong type, or contradicts another. */
  | 'DBT_SETTINGS'
  /** The API that a call needs has no key. */
  | 'DBT_MISSING_KEY'
  /** A port that the sandbox, or the receiver of webhooks, was told to use is taken. */
  | 'DBT_PORT_TAKEN'
  /** The run could not be started. */
  | 'DBT_START_FAILED'
  /** Something that the run made is still there when it is over, or nobody knows whether it is. */
  | 'DBT_LEFTOVER'
  /** Fixtures were used without the global setup. */
  | 'DBT_NO_RUN'
  /** A handle was used after its run ended. */
  | 'DBT_RUN_OVER'
  /** Something was to be made for a test or a file that is over already. */
  | 'DBT_SCOPE_OVER'
  /** The kit was loaded in a browser. */
  | 'DBT_BROWSER'
  /** What a test asked to be made cannot be: a field is invalid, too long, or not the author's to set. */
  | 'DBT_INVALID_PAYLOAD'
  /** A tag that must not reach Debitura. */
  | 'DBT_INVALID_TAG'
  /** A case is a real one: a test was to change it, or it was asked for as a test case. The latter stops the run. */
  | 'DBT_NOT_A_TEST_CASE'
  /** Clients can be made and reset in the sandbox and in the test environment only. */
  | 'DBT_CLIENTS_REFUSED'
  /** Something that this run did not make was to be made again, or deleted. */
  | 'DBT_NOT_OURS'
  /** A client cannot be onboarded without a person: no API signs the contract. */
  | 'DBT_ONBOARDING'
  /** A client cannot be deleted, for a reason that Debitura gives. */
  | 'DBT_CLIENT_BLOCKED'
  /** A case or a client was used after it was deleted. */
  | 'DBT_GONE'
  /** A case cannot be advanced as asked. */
  | 'DBT_INVALID_ADVANCE'
  /** An event that a test waited for did not come. */
  | 'DBT_EVENT_MISSING'
  /** Deliveries were asked for where Debitura cannot reach this machine. */
  | 'DBT_NO_RECEIVER'
  /** A webhook delivery that a test waited for did not come. */
  | 'DBT_DELIVERY_MISSING'
  /** No active subscription asks for an event that was fired, or that a test wants to be sure did not fire. */
  | 'DBT_NOBODY_LISTENS'
  /** A webhook delivery is not to be trusted: its signature is missing, wrong, or of another time, or it is no event. */
  | 'DBT_SIGNATURE'
