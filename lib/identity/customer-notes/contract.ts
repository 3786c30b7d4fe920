import { z } from "zod"
import { Id, prose, Version } from "@/lib/model/text"

export const CustomerNotes = z.object({
  notes: z.string().describe("For staff only. Empty if there are none"),
  version: z.number().int().describe("Send the version you saw when you change them"),
})
export type CustomerNotes = z.infer<typeof CustomerNotes>

export const CustomerNotesChange = z.object({
  id: Id,
  notes: prose("notes", { min: 0, max: 5000 }),
  version: Version,
})
export type CustomerNotesChange = z.infer<typeof CustomerNotesChange>
