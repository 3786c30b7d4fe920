import type { Metadata } from "next"
import { HolidayForm } from "@/components/rosters/holiday-form"
import { HolidayList } from "@/components/rosters/holiday-list"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { listHolidays } from "@/lib/dispatch/rosters/list-holidays"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { deleteHoliday, setHoliday } from "./actions"

export const metadata: Metadata = { title: "Holidays" }

/** As many as a few years have. */
const A_PAGE = "20"

const loadHolidays = load(rosterOperations.listHolidays, listHolidays)

export default async function HolidaysPage({ searchParams }: PageProps<"/desk/team/holidays">) {
  await requirePermission("holiday.edit")
  const { from, saved } = await searchParams
  const { items, next } = await loadHolidays({ from, limit: A_PAGE })
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title="Holiday saved" /> : null}
      <PageTitle
        back={{ href: "/desk/team", label: "Team" }}
        lede="No shifts start on these days. On-call cover continues, and people without set hours work as usual."
      >
        Holidays
      </PageTitle>
      <HolidayList action={deleteHoliday} holidays={items} />
      <Pagination
        label="Holidays"
        first={from && "/desk/team/holidays"}
        next={next && `/desk/team/holidays?from=${next}`}
      />
      <Card title="Add a holiday">
        <HolidayForm action={setHoliday} />
      </Card>
    </Page>
  )
}
