import type { Option } from "@/components/ui/options"
import type { DutyNow } from "@/lib/dispatch/rosters/contract"
import type { StaffMember } from "@/lib/dispatch/staff/contract"

/** Notes for colleagues who cannot take every request now. */
const NOT_THERE: Partial<Record<DutyNow["state"], string>> = {
  on_call: "on call",
  off_shift: "off shift",
  away: "away",
  absent: "absent",
  must_enrol: "must set up two-factor authentication",
}

/** Somebody a request can be given to by hand, with what speaks against it. */
export function colleagueOption({
  id,
  name,
  openRequests,
  capacity,
  duty,
}: Pick<StaffMember, "id" | "name" | "openRequests" | "capacity" | "duty">): Option {
  const absence = NOT_THERE[duty.state]
  return {
    value: id,
    label: [`${name}: ${openRequests} of ${capacity} open`, absence].filter(Boolean).join(", "),
    ...(absence && { hint: `${name}: ${absence}` }),
  }
}
