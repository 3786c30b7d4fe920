/** What somebody does with a request at the desk, the more telling last. */
export const DOINGS = ["viewing", "typing"] as const
export type Doing = (typeof DOINGS)[number]

/** How often a page that is in sight says so, and how long that holds: one that is lost on the way ends nothing. */
export const PRESENCE_SAID_EVERY_MS = 12_000
export const PRESENCE_HOLDS_SECONDS = 28
