import { z } from "zod"
import { KeptId } from "./text"

/** A person as answers name them: enough to show and to link, and nothing more about them. */
export const NamedPerson = z.object({ id: KeptId, name: z.string() })
export type NamedPerson = z.infer<typeof NamedPerson>
