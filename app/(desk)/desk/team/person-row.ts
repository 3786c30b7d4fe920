import { dutyText } from "@/components/rosters/duty-words"
import type { PersonRow } from "@/components/team/people-grid"
import { ageInWords } from "@/components/ui/age"
import type { Teammate } from "@/lib/dispatch/team/contract"

/** What the board tells of somebody. Everything passed to a client component is sent to the browser. */
export const personRow = ({ id, name, duty, open, capacity, emergencies, oldest }: Teammate): PersonRow => ({
  ...{ id, name, open, capacity, emergencies },
  duty: dutyText(duty),
  isAway: duty.state !== "on_shift" && duty.state !== "on_call",
  oldest: oldest
    ? {
        id: oldest.id,
        reference: oldest.reference,
        age: ageInWords(Date.now() - new Date(oldest.createdAt).getTime(), false),
      }
    : undefined,
})
