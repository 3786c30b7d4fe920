import { cache } from "react"
import { z } from "zod"
import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { assignmentOperations } from "@/lib/dispatch/assignment/operations"
import { listColleagues } from "@/lib/dispatch/outcome/list-colleagues"
import { listProposals } from "@/lib/dispatch/outcome/list-proposals"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { getReports } from "@/lib/dispatch/reports/get-reports"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import { getAvailability } from "@/lib/dispatch/staff/get-availability"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { findUndos } from "@/lib/dispatch/undo/find-undos"
import { load } from "@/lib/http/load"
import { contract } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import { listNearestClocks } from "@/lib/oversight/service-levels/list-nearest-clocks"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"
import { getRequestCare } from "@/lib/requests/care/get-request-care"
import { careOperations } from "@/lib/requests/care/operations"
import { ListCount, RequestFilter } from "@/lib/requests/contract"
import { countList } from "@/lib/requests/count-list"
import { countWaiting, Waiting } from "@/lib/requests/count-waiting"
import { findIdByReference } from "@/lib/requests/find-id-by-reference"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { listTimeline } from "@/lib/requests/list-timeline"
import { requestOperations } from "@/lib/requests/operations"
import { listPremisesRequests } from "@/lib/requests/premises/list-premises-requests"
import { premisesOperations } from "@/lib/requests/premises/operations"
import { getUnsent } from "@/lib/requests/unsent/get-unsent"
import { unsentOperations } from "@/lib/requests/unsent/operations"
import { loadWholeStaff } from "../../staff"

export const loadRequests = load(requestOperations.listRequests, listRequests)

/** How many requests a list has, and how many are ahead of the page. */
export const countRequests = load(
  contract({ access: "account", input: RequestFilter, output: ListCount }),
  (actor, filter) => countList(actor, filter),
)

/** How many open requests nobody has. */
export const loadWaiting = load(contract({ access: "account", input: z.object({}), output: Waiting }), (actor) =>
  countWaiting(actor),
)
export const loadAssignment = load(assignmentOperations.explainAssignment, explainAssignment)
export const loadReports = load(reportOperations.getReports, getReports)
export const loadTimeline = load(requestOperations.listTimeline, listTimeline)
export const loadAvailability = load(staffOperations.getAvailability, getAvailability)

export const loadUnsent = load(unsentOperations.getUnsent, getUnsent)
export const loadCare = load(careOperations.getRequestCare, getRequestCare)
export const loadRequestsThere = load(premisesOperations.listPremisesRequests, listPremisesRequests)
export const loadClocks = load(serviceLevelOperations.listClocks, listClocks)

export const loadColleaguesToPropose = load(outcomeOperations.listColleagues, listColleagues)
export const loadProposals = load(outcomeOperations.listProposals, listProposals)

const loadNearest = load(serviceLevelOperations.listNearestClocks, listNearestClocks)

/** The clock due first for each request of a list, loaded for all of them together. */
export async function loadNearestClocks(requests: readonly { id: string }[]) {
  return requests.length > 0 ? (await loadNearest({ ids: requests.map(({ id }) => id) })).items : []
}

const loadOne = load(requestOperations.getRequest, getRequest)

/** Asked for by a page's title and by the page itself. */
export const loadRequest = cache((id: string) => loadOne({ id }))

/** The request that is shown beside its list, by its reference or ID; nothing if there is none that the viewer may see. */
export async function loadOpened(named: string | string[] | undefined) {
  if (typeof named !== "string") return undefined
  const id = /^gr/i.test(named) ? await findIdByReference(named) : named
  if (!id) return undefined
  try {
    return await loadRequest(id)
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined
    throw thrown
  }
}

/** As Next writes it into what `notFound` throws. */
const isNotFound = (thrown: unknown) =>
  thrown instanceof Error && "digest" in thrown && thrown.digest === "NEXT_HTTP_ERROR_FALLBACK;404"

/** Whether the viewer can undo what they have just done with a request, and whether that was to change its priority. */
export const loadUndo = load(
  contract({ access: "account", input: One, output: z.object({ possible: z.boolean(), isPriority: z.boolean() }) }),
  async (actor, { id }) => {
    const way = (await findUndos(actor, [id])).get(id)
    return { possible: way !== undefined, isPriority: way !== undefined && "priority" in way }
  },
)

/** Everybody a request can be given to, by name. */
export const loadColleagues = cache(async () =>
  (await loadWholeStaff("active")).filter(({ role }) => role !== "administrator"),
)
