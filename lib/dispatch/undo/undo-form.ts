import { z } from "zod"
import { ChosenValue, requestsIn } from "@/lib/dispatch/team/read-chosen"
import type { Undo } from "./contract"

/** The form of a button: what it undoes, with spaces between. */
export const UndoForm = z.object({
  chosen: z
    .string()
    .transform((values) => values.trim().split(" "))
    .pipe(z.array(ChosenValue)),
})

export const undoIn = ({ chosen }: z.infer<typeof UndoForm>): Undo => ({ requests: requestsIn(chosen) })
