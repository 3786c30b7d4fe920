import { z } from "zod"
import { Instant, KeptId } from "@/lib/model/text"

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
