import { cache } from "react"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { load } from "@/lib/http/load"

const loadList = load(emergencyOperations.listEmergencies, listEmergencies)

/** Asked for by a page's title and by what stands above the page: as many as are watched there. */
export const loadEmergencies = cache(() => loadList({ limit: "100" }))
