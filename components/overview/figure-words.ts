import { durationInWords } from "@/components/ui/duration"
import type { RequestFigures, TargetFigures } from "@/lib/oversight/reports/contract"

/** A day such as 2026-11-29, which is the same wherever it is read. */
const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })
const formatWithYear = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" })

export const dayInFigures = (day: string): string => format.format(new Date(day))

export const rangeInWords = (from: string, to: string): string =>
  from === to
    ? formatWithYear.format(new Date(from))
    : `${formatWithYear.format(new Date(from))} to ${formatWithYear.format(new Date(to))}`

export const countInWords = (count: number): string => count.toLocaleString("en")

/** The share that met a target in time, from 0 to 1; undefined when there is nothing to judge yet. */
export const shareOf = ({ kept, missed }: TargetFigures): number | undefined =>
  kept + missed === 0 ? undefined : kept / (kept + missed)

/** No percentage is rounded up to all, or down to none. */
export function shareInWords(figures: TargetFigures): string {
  const share = shareOf(figures)
  if (share === undefined) return "–"
  const percent = share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : share * 100
  return `${percent}\u00a0%`
}

export const timeInWords = (ms: number | null): string => (ms === null ? "–" : durationInWords(ms))

/** The average of what customers said of resolved requests, and how many did. */
export const ratingInWords = ({
  rated,
  rating,
  resolved,
}: Pick<RequestFigures, "rated" | "rating" | "resolved">): string =>
  rating === null ? "–" : `${rating.toFixed(1)} (${countInWords(rated)} rated, ${countInWords(resolved)} resolved)`
