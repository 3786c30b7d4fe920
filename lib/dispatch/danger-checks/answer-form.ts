import { z } from "zod"

/** A form with the buttons of several checks, of which one is pressed. */
export const PressedAnswer = z.object({
  answer: z
    .string("Choose an answer")
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}\.(true|false)$/, "Choose an answer"),
})
