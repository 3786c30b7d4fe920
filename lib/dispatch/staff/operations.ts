import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { MEMBER_ROLES, MEMBER_STATES } from "@/lib/model/role"
import { Id } from "@/lib/model/text"
import { Availability, StaffChange, StaffMember, Team } from "./contract"

export const staffOperations = {
  getAvailability: operation({
    method: "get",
    path: "/profile/availability",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Whether you take new requests, how many you hold, and what your roster says just now",
    input: z.object({}),
    output: Availability,
  }),
  setAvailability: operation({
    method: "put",
    path: "/profile/availability",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Say whether you take new requests",
    description: "Requests that wait for somebody are assigned as soon as you are available.",
    input: Availability.pick({ available: true }),
    output: Availability,
  }),
  listStaff: operation({
    method: "get",
    path: "/staff",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "Staff by name, with their load and what their roster says just now",
    input: Paging.extend({
      state: z.enum(MEMBER_STATES).optional(),
      role: z.enum(MEMBER_ROLES).optional(),
      team: Team.optional(),
    }),
    output: page(StaffMember),
  }),
  getStaff: operation({
    method: "get",
    path: "/staff/{id}",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "One member of staff, with their load",
    input: z.object({ id: Id }),
    output: StaffMember,
  }),
  editStaff: operation({
    method: "patch",
    path: "/staff/{id}",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "Approve, disable, or set role, team, capacity, categories, levels and areas",
    description:
      "Takes effect on the person's next request. The last active administrator can be neither disabled nor demoted.",
    input: StaffChange,
    output: StaffMember,
  }),
}
