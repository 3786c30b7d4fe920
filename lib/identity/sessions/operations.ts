import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { ListedSession } from "./contract"

export const sessionOperations = {
  listSessions: operation({
    method: "get",
    path: "/sessions",
    tag: "Sessions",
    access: "account",
    status: 200,
    summary: "Where you are signed in, newest first",
    input: Paging,
    output: page(ListedSession),
  }),
  endSession: operation({
    method: "delete",
    path: "/sessions/{id}",
    tag: "Sessions",
    access: "account",
    status: 204,
    summary: "Sign out there",
    description: "Cookies and tokens of that session stop working at once.",
    input: One,
    output: z.void(),
  }),
  endSessions: operation({
    method: "delete",
    path: "/sessions",
    tag: "Sessions",
    access: "account",
    status: 204,
    summary: "Sign out everywhere else, or everywhere",
    input: z.object({
      current: z.boolean("Say true or false").default(false).describe("True signs this session out as well"),
    }),
    output: z.void(),
  }),
}
