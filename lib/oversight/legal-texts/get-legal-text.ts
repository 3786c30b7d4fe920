import type { Visitor } from "@/lib/model/actor"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import type { LegalTextName } from "./contract"
import { legalTextOf } from "./legal-text-of"

/** What a page about the service says: the utility's own text, or ours. For everybody. */
export async function getLegalText(_visitor: Visitor, { name }: { name: LegalTextName }) {
  return { text: legalTextOf(name, await readSettings()) }
}
