/** Whose words a message holds: those of the request's customer, or those of the utility's staff. */
export const MESSAGE_SIDES = ["customer", "staff"] as const
export type MessageSide = (typeof MESSAGE_SIDES)[number]

/** How words came, where they were not written here. */
export type MessageChannel = "email" | "phone"

/** The most characters of a message or a note. */
export const LONGEST_MESSAGE = 5000

/** What people write about a request: to the other side, or, of staff, to each other. */
export const UNSENT_KINDS = ["message", "note"] as const
export type UnsentKind = (typeof UNSENT_KINDS)[number]
