import { z } from "zod"

/** Why one file of several was not kept. */
export const REFUSALS = ["too_large", "unsupported_media_type", "invalid", "conflict"] as const
export type Refusal = (typeof REFUSALS)[number]

/** A file that was not kept, by the name its sender gave it. */
export const RefusedFile = z.object({ name: z.string().max(200), code: z.enum(REFUSALS) })
export type RefusedFile = z.infer<typeof RefusedFile>

export const RefusedFiles = z.array(RefusedFile).max(100)

/** Why what an upload has brought is not accepted, whenever it is asked. */
export const KEPT_REFUSALS = ["too_large", "unsupported_media_type", "invalid"] as const satisfies readonly Refusal[]

/** Why an upload was refused, in the words that its sender was told. */
export interface KeptRefusal {
  code: (typeof KEPT_REFUSALS)[number]
  message: string
}
