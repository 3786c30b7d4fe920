/** What stands in place of what somebody wrote once it is erased. */
export const ERASED = "(erased)"
