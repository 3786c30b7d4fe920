import { load } from "@/lib/http/load"
import { seeOther } from "@/lib/http/see-other"
import { detour, type Step } from "@/lib/requests/drafts/draft-steps"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { drafting } from "@/lib/requests/drafts/operations"

const draft = load(drafting.get, getDraft)

/** The unfinished request, for a step whose turn it is; otherwise on to the first that is missing. */
export async function draftAt(step: Step) {
  const found = await draft()
  const instead = detour(found, step)
  if (instead) seeOther(instead)
  return found
}
