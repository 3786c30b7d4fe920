import { load } from "@/lib/http/load"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"

const loadHomes = load(homeOperations.listHomes, (actor) => listHomes(actor, {}))

/**
 * The homes that a customer has now, each with the address of a page on which it is filled in, and the one that the page's
 * own address names.
 */
export async function homesToPick(page: string, home: string | string[] | undefined) {
  const { items } = await loadHomes({})
  const homes = items
    .filter(({ until }) => until === null)
    .map(({ id, premises }) => ({ id, premises, href: `${page}${page.includes("?") ? "&" : "?"}home=${id}` }))
  return { homes, picked: homes.find(({ id }) => id === home) }
}
