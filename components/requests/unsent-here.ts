import type { UnsentKind } from "@/lib/model/message"
import type { KeptWords } from "@/lib/requests/unsent/contract"

/** What its viewer has half written about the request of a page; version 0 for nothing. */
export interface UnsentHere extends KeptWords {
  /** The request. */
  id: string
  kind: UnsentKind
}
