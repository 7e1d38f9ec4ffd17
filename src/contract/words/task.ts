/**
 * What an account may be asked to do: the name that filters and answers carry, and its label.
 * @see Customer API, `GET /tasks`
 */
export const TASK_TYPES = {
  Generic: 'Generic',
  ReplyToChat: 'Reply to chat',
  SelectQuoteWinner: 'Select quote winner',
  ReviewPartner: 'Review partner',
  ClientInputRequired: 'Client input required',
  SignContract: 'Sign contract',
  MoreInfoNeeded: 'More info needed',
  AssignBankAccount: 'Assign bank account',
  CaseValidationNeedsInfo: 'Case validation needs info',
} as const

/** Name of a type of task, for example `ReplyToChat`. */
export type TaskType = keyof typeof TASK_TYPES

/** Where a task stands. */
export const TASK_STATUSES = ['Open', 'Solved'] as const

/** Where a task stands. */
export type TaskStatus = (typeof TASK_STATUSES)[number]
