import { z } from "zod"
import { requestsIn } from "@/lib/dispatch/team/assign-form"
import type { Undo } from "./contract"

/** The form of a button: what it undoes, with spaces between. */
export const UndoForm = z.object({
  chosen: z.string().regex(/^([0-9a-f-]{36}\.\d{1,9} ?)+$/, "Choose what to undo"),
})

export const undoIn = ({ chosen }: z.infer<typeof UndoForm>): Undo => ({
  requests: requestsIn(chosen.trim().split(" ")),
})
