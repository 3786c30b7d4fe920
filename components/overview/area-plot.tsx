import { ListLink } from "@/components/ui/link"
import type { Overview } from "@/lib/oversight/reports/contract"
import { countInWords } from "./figure-words"
import { listAddress, type OverviewQuery } from "./overview-address"

type Area = Overview["areas"][number]

/** Drawn as bars; all of them stand in the table. */
const MOST = 12

export const areaName = ({ area }: Area): string => area ?? "No postcode"

/** A list by postcode. What is no postcode, and written in its place, is searched for. */
export const areaAddress = ({ area }: Area, query: OverviewQuery): string =>
  listAddress({ ...query, status: "any", ...(area && (POSTCODE.test(area) ? { area } : { q: area })) })

const POSTCODE = /^[A-Z\d]{2,10}$/

export function AreaPlot({ areas, query }: { areas: readonly Area[]; query: OverviewQuery }) {
  const most = Math.max(1, ...areas.map(({ received }) => received))
  return (
    <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2">
      {areas.slice(0, MOST).map((area) => (
        <li key={areaName(area)} className="min-w-0">
          <span className="flex flex-wrap justify-between gap-x-2 wrap-anywhere">
            <ListLink href={areaAddress(area, query)}>{areaName(area)}</ListLink>
            <span className="tabular-nums">{countInWords(area.received)}</span>
          </span>
          <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-full">
            <rect width={(area.received / most) * 100} height="6" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
