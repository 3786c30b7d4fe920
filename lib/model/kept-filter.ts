/** Columns of the list that a view can leave out. */
export const LEFT_OUT = ["customer", "place", "category", "status", "due", "age", "assignee"] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** What a list of the desk is narrowed to, sorted by and shown with, by the names that its address has. */
export type KeptFilter = Partial<Record<string, string | string[]>>
