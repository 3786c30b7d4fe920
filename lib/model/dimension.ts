/** What figures are kept of, day by day: everything, or what is of one category, person or area. */
export const DIMENSIONS = ["all", "category", "assignee", "area"] as const
export type Dimension = (typeof DIMENSIONS)[number]
