/** How much of somebody's work is read in one go. */
export const WORK_A_PAGE = 20

/** Where the board stands: two lists that are paged each by itself, and whose work is open from where on. */
export interface BoardPlace {
  after?: string
  people?: string
  person?: string
  work?: string
}

type Search = Record<string, string | string[] | undefined>

export function readPlace({ after, people, person, work }: Search): BoardPlace {
  const given = Object.entries({ after, people, person, work }).filter(([, at]) => typeof at === "string")
  return Object.fromEntries(given)
}

/** The board at a place; with everybody whom requests can be assigned to where that is asked for. */
export function boardAddress(place: BoardPlace, everybody = false): string {
  const given = Object.entries({ ...place, everybody: everybody ? "1" : "" }).filter(([, at]) => at)
  const query = new URLSearchParams(given).toString()
  const address = query ? `/desk/team?${query}` : "/desk/team"
  return place.person ? `${address}#person-${place.person}` : address
}
