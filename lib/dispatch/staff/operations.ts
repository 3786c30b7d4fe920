import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { MEMBER_ROLES, MEMBER_STATES } from "@/lib/model/role"
import { Id } from "@/lib/model/text"
import { Availability, StaffChange, StaffMember, TeamName } from "./contract"

export const staffOperations = {
  getAvailability: operation({
    method: "get",
    path: "/profile/availability",
    tag: "Profile",
    access: "account",
    status: 200,
    fails: ["not_found"],
    summary: "Get your availability, open requests, capacity and current duty",
    input: z.object({}),
    output: Availability,
  }),
  setAvailability: operation({
    method: "put",
    path: "/profile/availability",
    tag: "Profile",
    access: "account",
    status: 200,
    fails: ["not_found"],
    summary: "Set your availability",
    description:
      "Unassigned requests are assigned as soon as you are available. At most 6 times a minute; more get 429 with `Retry-After`.",
    input: Availability.pick({ available: true }),
    example: { available: true },
    output: Availability,
  }),
  listStaff: operation({
    method: "get",
    path: "/staff",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "List staff by name, with their load and current duty",
    input: Paging.extend({
      state: z.enum(MEMBER_STATES).optional(),
      role: z.enum(MEMBER_ROLES).optional(),
      team: TeamName.optional(),
    }),
    example: { state: "active", role: "staff", limit: 20 },
    output: page(StaffMember),
  }),
  getStaff: operation({
    method: "get",
    path: "/staff/{id}",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "Get one staff member, with their load",
    input: z.object({ id: Id }),
    output: StaffMember,
  }),
  editStaff: operation({
    method: "patch",
    path: "/staff/{id}",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "Approve or disable a staff member, or set role, team, capacity, categories, levels and areas",
    description:
      "Takes effect on the person's next request. The last active administrator can be neither disabled nor demoted.",
    input: StaffChange,
    example: { team: "North", capacity: 12, categories: ["meter_fault", "billing"], areas: ["LS"] },
    output: StaffMember,
  }),
}
