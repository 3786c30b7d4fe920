import { MOST_COUNTED } from "@/lib/dispatch/reports/most-counted"

/**
 * How often an emergency was reported again. Reports of other premises have joined it because they came from one source:
 * that they are the same is not known.
 * @param elsewhere how many of the reports that are known are about other premises, of how many
 */
export function againWords(times: number, elsewhere = 0, known = times): string {
  if (elsewhere > 0 && elsewhere === known) return `More from the same source (${counted(times)}×)`
  const others = elsewhere > 0 ? ", also elsewhere from the same source" : ""
  return `Reported again (${counted(times)}×)${others}`
}

/** How many reports there are besides those that are shown; undefined if there are none. */
export const earlierWords = (times: number, shown: number): string | undefined =>
  times > shown ? `And ${counted(times, shown)} earlier.` : undefined

const counted = (times: number, shown = 0): string =>
  `${times > MOST_COUNTED ? "more than " : ""}${(Math.min(times, MOST_COUNTED) - shown).toLocaleString("en-GB")}`
