/** What a list of the desk is narrowed to, sorted by and shown with, by the names that its address has. */
export type KeptFilter = Record<string, string | string[]>
