import { z } from "zod"
import { Move } from "@/lib/requests/contract"

/** A move as the forms of the desk send it: they ask whether everyone is safe before an open emergency is cancelled. */
export const MoveInput = Move.extend({ everyoneSafe: z.boolean().default(false) })
