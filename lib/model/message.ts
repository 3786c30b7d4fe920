/** Whose words a message holds: those of the request's customer, or those of the utility's staff. */
export const MESSAGE_SIDES = ["customer", "staff"] as const
export type MessageSide = (typeof MESSAGE_SIDES)[number]

/** How words came, where they were not written here. */
export type MessageChannel = "email" | "phone"

/** The most characters of a message or a note. */
export const LONGEST_MESSAGE = 5000
