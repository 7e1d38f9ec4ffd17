/** The time that it is, taken when the kit is loaded: a test's fake timers do not stop a wait. In milliseconds since the epoch. */
export const { now } = Date
