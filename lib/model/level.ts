import { z } from "zod"
import type { Category } from "./category"

/** How well somebody can do what they can do. */
export const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_NAMES: Record<Level, string> = { 1: "Trained", 2: "Experienced", 3: "Expert" }

/** Of the categories somebody is skilled for, those they are better at than level 1. */
export type Levels = Partial<Record<Category, Level>>

/** Forms send it as text. */
export const LevelGiven = z.coerce
  .number("Choose a level from 1 to 3")
  .pipe(z.literal([...LEVELS], "Choose a level from 1 to 3"))
