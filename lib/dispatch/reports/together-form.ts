import { z } from "zod"
import { Together } from "./contract"

/** A button sends one value: the ids with spaces between them. */
export const TogetherForm = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(" "))
    .pipe(Together.shape.ids),
})
