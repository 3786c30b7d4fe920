import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { answer, memberOf, test } from "./api"
import { ADMINISTRATOR, GRACE, PRIYA, TOM } from "./people"

test("everybody on duty has room for what the tests file", async ({ as }) => {
  const administrator = await as(ADMINISTRATOR)
  for (const person of [PRIYA, TOM, GRACE]) {
    const { id } = await memberOf(as, person)
    await answer<StaffMember>(administrator.patch(`/staff/${id}`, { capacity: 1000 }), 200)
  }
})
