import { seal, unseal } from "@/lib/identity/auth/seal"
import { Id } from "@/lib/model/text"

const PURPOSE = "emergency-report:"

/** What the link to a report's status holds: nobody can make one up, or tell from it which request it is. */
export const reportToken = (requestId: string): string => seal(PURPOSE + requestId)

/** The id of the request that a token was made for; undefined for anything else. */
export function requestOf(token: string): string | undefined {
  try {
    const text = unseal(token)
    return text.startsWith(PURPOSE) ? Id.safeParse(text.slice(PURPOSE.length)).data : undefined
  } catch {
    return undefined
  }
}
