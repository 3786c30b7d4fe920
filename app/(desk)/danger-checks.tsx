import { cache } from "react"
import { DangerChecks } from "@/components/desk/danger-checks"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { decideDangerCheck } from "./desk/actions"

const loadList = load(dangerCheckOperations.listDangerChecks, listDangerChecks)

/** The open check of a request, for those who may answer it. */
export const loadDangerCheck = cache(async (request: string) => (await loadList({ request })).items[0])

/** Below the emergencies: requests that may be some. */
export async function OpenDangerChecks() {
  const actor = await requirePermission("danger-check.read")
  const { items, next } = await loadList({ limit: "100" })
  return (
    <DangerChecks
      checks={items}
      more={next !== null}
      opensRequests={may(actor, "request.assign")}
      action={decideDangerCheck}
    />
  )
}
