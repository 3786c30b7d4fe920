import { againWords } from "@/components/desk/again-words"
import { isSamePlace } from "@/lib/dispatch/reports/place"
import type { Premises } from "@/lib/model/premises"

/** How often an emergency was reported again, and whether from elsewhere as far as its latest reports tell. */
export const againOf = (
  premises: Premises,
  { reportedAgain, reports }: { reportedAgain: number; reports: readonly { premises: Premises }[] },
): string =>
  againWords(reportedAgain, reports.filter((it) => !isSamePlace(it.premises, premises)).length, reports.length)
