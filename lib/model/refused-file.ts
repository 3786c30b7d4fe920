import { z } from "zod"

/** Why one file of several was not kept. */
export const REFUSALS = ["too_large", "unsupported_media_type", "invalid", "conflict"] as const
export type Refusal = (typeof REFUSALS)[number]

/** A file that was not kept, by the name its sender gave it. */
export const RefusedFile = z.object({ name: z.string().max(200), code: z.enum(REFUSALS) })
export type RefusedFile = z.infer<typeof RefusedFile>

export const RefusedFiles = z.array(RefusedFile).max(100)
