import { z } from "zod"
import { prose, Version } from "@/lib/model/text"
import { LEGAL_TEXT_NAMES } from "./contract"

/** A text as its form sends it, with the version of the settings that was seen. Emptied, it gives way to ours. */
export const LegalTextForm = z.object({
  name: z.enum(LEGAL_TEXT_NAMES),
  text: prose("a text", { max: 30_000 }).optional(),
  version: Version,
})
