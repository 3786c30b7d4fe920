import { MOST_COUNTED } from "@/lib/dispatch/reports/most-counted"

export const againWords = (times: number): string => `Reported again (${counted(times)}×)`

/** How many reports there are besides those that are shown; undefined if there are none. */
export const earlierWords = (times: number, shown: number): string | undefined =>
  times > shown ? `And ${counted(times, shown)} earlier.` : undefined

const counted = (times: number, shown = 0): string =>
  `${times > MOST_COUNTED ? "more than " : ""}${(Math.min(times, MOST_COUNTED) - shown).toLocaleString("en-GB")}`
