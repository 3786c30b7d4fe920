/**
 * What a report of an emergency tells of that others may not know yet: a hazard, somebody who is unwell, somebody who is
 * still inside.
 */
export const TELLS = ["gas", "carbon_monoxide", "unwell", "inside"] as const
export type Tells = (typeof TELLS)[number]
