import { z } from "zod"
import { PLACEHOLDERS, unknownPlaceholder } from "@/lib/model/canned-reply"
import { Id, Instant, KeptId, line, prose, Version } from "@/lib/model/text"

const USABLE = PLACEHOLDERS.map((name) => `{${name}}`).join(", ")

const ReplyText = prose("a text", { max: 2000 })
  .refine((text) => unknownPlaceholder(text) === undefined, {
    error: ({ input }) => `${unknownPlaceholder(String(input))} cannot be filled in. Use ${USABLE}`,
  })
  .describe(`The text, in which ${USABLE} stand for the request's reference, its customer's name and the time promised`)

export const ReplyToMake = z.object({ name: line("a name", { max: 60 }), text: ReplyText })
export type ReplyToMake = z.infer<typeof ReplyToMake>

export const ReplyEdit = ReplyToMake.extend({ id: Id, version: Version })
export type ReplyEdit = z.infer<typeof ReplyEdit>

export const CannedReply = z.object({
  id: KeptId,
  name: z.string(),
  text: z.string(),
  version: z.number().int(),
  updatedAt: Instant,
})
export type CannedReply = z.infer<typeof CannedReply>

export const ReplyList = z.object({ items: z.array(CannedReply) })
