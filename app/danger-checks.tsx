import { cache } from "react"
import { DangerChecks } from "@/components/desk/danger-checks"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { unlessAway } from "@/lib/http/unless-away"
import { may } from "@/lib/model/policy"
import { decideDangerCheck } from "./(desk)/desk/actions"

const loadList = load(dangerCheckOperations.listDangerChecks, listDangerChecks)

/** As many as are watched. */
const MOST = 100

/** The open check of a request, for those who may answer it. */
export const loadDangerCheck = cache(async (request: string) => (await loadList({ request })).items[0])

/** The open checks that the viewer may answer, asked for once a page; none while the database is away. */
export const loadDangerChecks = cache(async () => {
  const actor = await viewerIfKnown()
  if (!actor || !may(actor, "danger-check.read")) return undefined
  const found = await unlessAway(() => listDangerChecks(actor, { limit: MOST }))
  if (found === "unknown") return undefined
  return { actor, ...dangerCheckOperations.listDangerChecks.output.parse(found) }
})

/** Below the emergencies: requests that may be some. Nothing while the database is away, which the emergencies say. */
export async function OpenDangerChecks() {
  const found = await loadDangerChecks()
  if (!found) return null
  const { actor, items, next } = found
  return (
    <DangerChecks
      checks={items}
      more={next !== null}
      opensRequests={may(actor, "request.assign")}
      action={decideDangerCheck}
    />
  )
}
