import { cache } from "react"
import { DangerousEmails } from "@/components/desk/dangerous-emails"
import { unlessAway } from "@/lib/http/unless-away"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import { countDangerousMails } from "@/lib/oversight/inbound-mails/list-kept-mails"

/** Counted once a page. */
export const loadDangerousMails = cache(() => unlessAway(countDangerousMails))

/** Below the emergencies, on every page, until somebody has dealt with them. */
export async function OpenDangerousEmails({ actor }: { actor: Actor }) {
  if (!may(actor, "inbound-mail.read")) return null
  const count = await loadDangerousMails()
  return <DangerousEmails count={count === "unknown" ? 0 : count} />
}
