import { load } from "@/lib/http/load"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"

/** The homes of the person who is signed in. */
export const loadHomes = load(homeOperations.listHomes, (actor) => listHomes(actor, {}))
