import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { Instant, KeptId, One } from "@/lib/model/text"

const KINDS = ["browser", "api"] as const

/** One place in which an account is signed in. */
export const ListedSession = z.object({
  id: KeptId,
  kind: z.enum(KINDS),
  device: z.string().describe("Browser and operating system, if known"),
  address: z.string().describe("Network address used to sign in"),
  createdAt: Instant,
  lastUsedAt: Instant.describe("Accurate to five minutes"),
  current: z.boolean().describe("Whether it is the session making this request"),
})
export type ListedSession = z.infer<typeof ListedSession>

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
