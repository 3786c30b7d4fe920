import { KeepWords } from "@/components/requests/keep-words"
import type { UnsentHere } from "@/components/requests/unsent-here"

/** Names the request that a form writes about, and keeps what is written until it is sent. */
export const UnsentFields = (unsent: UnsentHere) => (
  <>
    <input type="hidden" name="id" value={unsent.id} />
    {/* Without scripts it says what was seen. */}
    <input type="hidden" name="unsent.version" value={unsent.version} />
    <KeepWords {...unsent} />
  </>
)
