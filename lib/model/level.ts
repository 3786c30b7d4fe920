import { z } from "zod"
import type { Category } from "./category"

/** How skilled a member of staff is in a category. */
export const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_NAMES: Record<Level, string> = { 1: "Trained", 2: "Experienced", 3: "Expert" }

/** The categories in which a member of staff has a level above 1; level 1 holds for the others they are skilled for. */
export type Levels = Partial<Record<Category, Level>>

/** A level as input. It is coerced, because forms send text. */
export const LevelGiven = z.coerce
  .number("Choose a level from 1 to 3")
  .pipe(z.literal([...LEVELS], "Choose a level from 1 to 3"))
