import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { ConfirmedUntil, ListedSession, Shown } from "./contract"

export const sessionOperations = {
  listSessions: operation({
    method: "get",
    path: "/sessions",
    tag: "Sessions",
    access: "account",
    status: 200,
    summary: "List where you are signed in, newest first",
    input: Paging,
    output: page(ListedSession),
  }),
  confirmSession: operation({
    method: "post",
    path: "/profile/confirmation",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Show your password or a code again",
    description:
      "Administrators are asked for it before they change roles, factors, keys or settings: the error code is then `confirmation_required`. It counts for this session and 15 minutes, as signing in does.",
    input: Shown,
    output: ConfirmedUntil,
  }),
  endSession: operation({
    method: "delete",
    path: "/sessions/{id}",
    tag: "Sessions",
    access: "account",
    status: 204,
    summary: "Sign out of a session",
    description: "The session's cookies and tokens stop working immediately.",
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
      current: z.boolean("Enter true or false").default(false).describe("True also signs out this session"),
    }),
    output: z.void(),
  }),
}
