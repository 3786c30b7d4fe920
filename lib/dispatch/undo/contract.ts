import { z } from "zod"
import { MOST_AT_ONCE } from "@/lib/dispatch/several/most-at-once"
import { Id, Version } from "@/lib/model/text"

/** What is to be undone, by the version that the change made. */
export const Undo = z.object({
  requests: z
    .array(z.object({ id: Id, version: Version }))
    .min(1)
    .max(MOST_AT_ONCE),
})
export type Undo = z.infer<typeof Undo>
