import { z } from "zod"
import { Id, Instant } from "@/lib/model/text"
export const Attachment = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  createdAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>
