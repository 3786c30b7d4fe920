import { z } from "zod"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Home, HomeChange, HomeToAdd, MainHome } from "./contract"

const Homes = z.object({ items: z.array(Home) })

export const homeOperations = {
  listHomes: operation({
    method: "get",
    path: "/profile/homes",
    tag: "Profile",
    access: "account",
    fails: ["not_found"],
    status: 200,
    summary: "List your homes: the one in your profile first, then others you have, then those you had",
    input: z.object({}),
    output: Homes,
  }),
  addHome: operation({
    method: "post",
    path: "/profile/homes",
    tag: "Profile",
    access: "account",
    status: 201,
    summary: "Add a home you live in, own, let or manage",
    input: HomeToAdd,
    example: {
      premises: { line1: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB" },
      role: "landlord",
      since: "2024-05-01",
    },
    output: Home,
  }),
  editHome: operation({
    method: "put",
    path: "/profile/homes/{id}",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Change what you are to a home, and since when",
    input: HomeChange,
    example: { id: EXAMPLE_ID, role: "owner", since: "2024-05-01", version: 1 },
    output: Home,
  }),
  makeHomeMain: operation({
    method: "put",
    path: "/profile/homes/{id}/main",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Make a home your main one, the address in your profile",
    description:
      "The home that was your main one stays among your homes. If it is your main home already, you get it as it is.",
    input: MainHome,
    example: { id: EXAMPLE_ID, version: 1 },
    output: Home,
  }),
  leaveHome: operation({
    method: "delete",
    path: "/profile/homes/{id}",
    tag: "Profile",
    access: "account",
    status: 204,
    summary: "Say that a home is no longer yours. Your requests there stay",
    input: One,
    example: { id: EXAMPLE_ID },
    output: z.void(),
  }),
  listHomesOf: operation({
    method: "get",
    path: "/customers/{id}/homes",
    tag: "Customers",
    access: "account",
    status: 200,
    summary: "List the homes of a customer: the one in their profile first, then others they have, then those they had",
    input: One,
    example: { id: EXAMPLE_ID },
    output: Homes,
  }),
}
