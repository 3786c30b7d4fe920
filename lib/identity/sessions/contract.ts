import { z } from "zod"
import { Instant, KeptId } from "@/lib/model/text"

const KINDS = ["browser", "api"] as const

/** One place in which an account is signed in. */
export const ListedSession = z.object({
  id: KeptId,
  kind: z.enum(KINDS),
  device: z.string().describe("Browser and system in words, as far as they say"),
  address: z.string().describe("Network address of the sign-in"),
  createdAt: Instant,
  lastUsedAt: Instant.describe("To within five minutes"),
  current: z.boolean().describe("Whether this very call is part of it"),
})
export type ListedSession = z.infer<typeof ListedSession>
