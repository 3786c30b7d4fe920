/**
 * The end of an absence until somebody sets one. Not null, which the versions before would take for an absence that is
 * over, and later than any end that may be given.
 */
export const OPEN_END = new Date("9999-12-31T00:00:00Z")

/** An end as it leaves the database: null while nobody has set one. */
export const endOrNull = (until: Date): Date | null => (until < OPEN_END ? until : null)
