import { z } from "zod"
import { NOTICE_IDS } from "@/lib/model/notice"
import { line, prose, Version } from "@/lib/model/text"
import { MESSAGE_PLACEHOLDERS, namesIn } from "./message-texts"

const known = Object.keys(MESSAGE_PLACEHOLDERS)

/** Says which names in braces mean nothing. */
const isKnown = (pattern: string): boolean => namesIn(pattern).every((name) => known.includes(name))
const UNKNOWN = `Use only these names in braces: ${known.map((name) => `{${name}}`).join(", ")}`

const Subject = line("a subject", { max: 200 })
  .refine(isKnown, UNKNOWN)
  .refine((subject) => namesIn(subject).includes("reference"), "Keep {reference} in the subject")

const Body = prose("a text", { max: 5000 }).refine(isKnown, UNKNOWN)

const Message = z.object({ subject: Subject, body: Body })

/** What administrators have written instead of our own emails about requests. Null, or left out, for ours. */
export const Messages = z
  .partialRecord(z.enum(NOTICE_IDS), Message.nullable())
  .superRefine((messages, { addIssue }) => {
    for (const notice of ["received_emergency", "received"] as const) {
      const body = messages[notice]?.body
      if (body !== undefined && !namesIn(body).includes("emergency_phone"))
        addIssue({ code: "custom", path: [notice, "body"], message: "Keep {emergency_phone} in the text" })
    }
  })
  .describe(
    "Emails about requests, by what they tell of, with names in braces for what differs. Replaces all. Left out or null: our own",
  )

/** One email as its form sends it, with the version of the settings that was seen. */
export const MessageEdit = z.object({
  notice: z.enum(NOTICE_IDS),
  subject: Subject.optional(),
  body: Body.optional(),
  version: Version,
})
