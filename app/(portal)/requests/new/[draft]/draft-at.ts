import { load } from "@/lib/http/load"
import { seeOther } from "@/lib/http/see-other"
import { Id } from "@/lib/model/text"
import { detour, type Step, stepsOf } from "@/lib/requests/drafts/draft-steps"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { drafting } from "@/lib/requests/drafts/operations"

const draftOf = load(drafting.get, getDraft)

type Params = Promise<{ draft: string }>

/** The unfinished request of the address; what has become of it where it was sent or discarded. */
export async function unfinished(params: Params) {
  const { data: draft } = Id.safeParse((await params).draft)
  // The steps of earlier releases had no draft in their address.
  if (!draft) return seeOther("/requests")
  const found = await draftOf({ draft })
  if (!found) return seeOther("/requests?gone=1")
  return found.filedAs ? seeOther(`/requests/${found.filedAs}/filed`) : found
}

/** The unfinished request, for a step whose turn it is; otherwise on to the first that is missing. */
export async function draftAt(step: Step, params: Params) {
  const found = await unfinished(params)
  const instead = detour(found, step)
  if (instead) seeOther(instead)
  return { ...found, steps: stepsOf(found.id) }
}
