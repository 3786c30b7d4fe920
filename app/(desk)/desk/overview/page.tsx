import type { Metadata } from "next"
import { AreaPlot, areaAddress, areaName } from "@/components/overview/area-plot"
import { ColumnsPlot } from "@/components/overview/columns-plot"
import { countInWords, dayInFigures, rangeInWords } from "@/components/overview/figure-words"
import { FiguresTable } from "@/components/overview/figures-table"
import { NowFigures } from "@/components/overview/now-figures"
import { askedIn, downloadAddress, listAddress } from "@/components/overview/overview-address"
import { OverviewForm } from "@/components/overview/overview-form"
import { PlainTable } from "@/components/overview/plain-table"
import { ReportCard } from "@/components/overview/report-card"
import { SharePlot } from "@/components/overview/share-plot"
import { TimeFigures } from "@/components/overview/time-figures"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { CATEGORIES } from "@/lib/model/category"
import { plainIssue } from "@/lib/model/plain-issue"
import { OverviewFilter } from "@/lib/oversight/reports/contract"
import { getOverview } from "@/lib/oversight/reports/get-overview"
import { overviewOperations } from "@/lib/oversight/reports/operations"
import { rangeOf } from "@/lib/oversight/reports/range"
import { loadColleagues } from "../data"

export const metadata: Metadata = { title: "Overview" }

const loadOverview = load(overviewOperations.getOverview, getOverview)

const NOTHING = "No requests in this period."

export default async function OverviewPage({ searchParams }: PageProps<"/desk/overview">) {
  await requirePermission("report.read")
  const asked = askedIn(await searchParams)
  const parsed = OverviewFilter.safeParse(asked, { error: plainIssue })
  // What cannot be shown is told, and the usual days are shown meanwhile.
  const wanted = parsed.success ? parsed.data : {}
  const [overview, people] = await Promise.all([loadOverview({ ...wanted }), loadColleagues()])
  const { from, to, days, weeks, total } = overview
  const query = { ...wanted, from, to }
  const { category, assignee } = wanted
  const list = (more: { category?: string; assignee?: string; from?: string; to?: string }) =>
    listAddress({ status: "any", category, assignee, from, to, ...more })
  const empty = total.received + total.resolved === 0 ? NOTHING : undefined
  const hazards = weeks.some(({ gasLeaks, carbonMonoxideAlarms }) => gasLeaks + carbonMonoxideAlarms > 0)
  const categories = overview.categories.map((it) => ({
    ...it,
    key: it.category,
    name: CATEGORIES[it.category].name,
    href: list({ category: it.category }),
  }))
  const persons = overview.people.map((it) => ({
    ...it,
    key: it.person?.id ?? "nobody",
    name: it.person?.name ?? "Unassigned",
    href: list({ assignee: it.person?.id ?? "nobody" }),
  }))
  return (
    <Page>
      <PageTitle>Overview</PageTitle>
      {parsed.success ? null : (
        <Notice tone="danger" title="This period cannot be shown">
          {parsed.error.issues[0]?.message}. The last 30 days are shown.
        </Notice>
      )}
      {overview.complete ? null : (
        <Notice title="Older requests are being counted">
          Figures of earlier days will increase until this is done.
        </Notice>
      )}
      <NowFigures now={overview.now} query={wanted} />
      <OverviewForm query={query} people={people} today={rangeOf({}).to} />
      <ReportCard
        title={`Received and resolved, ${rangeInWords(from, to)}`}
        download={downloadAddress("days", query)}
        empty={empty}
        plot={
          <ColumnsPlot
            names={[`${countInWords(total.received)} received`, `${countInWords(total.resolved)} resolved`]}
            second="line"
            columns={days.map(({ day, received, resolved }) => ({
              label: dayInFigures(day),
              key: day,
              values: [received, resolved],
            }))}
            summary={`Requests by day, ${rangeInWords(from, to)}: ${total.received} received, ${total.resolved} resolved. The table below has each day.`}
          />
        }
        table={
          <PlainTable
            caption="Received and resolved by day"
            columns={["Day", "Received", "Resolved"]}
            rows={[...days].reverse().map(({ day, received, resolved }) => ({
              key: day,
              name: rangeInWords(day, day),
              numbers: [{ count: received, href: list({ from: day, to: day }) }, { count: resolved }],
            }))}
          />
        }
      />
      {empty ? null : <TimeFigures targets={total.targets} />}
      {total.rating === null ? null : (
        <Card title="Customer ratings">
          <p>
            <span className="text-2xl font-bold tabular-nums">{total.rating.toFixed(1)}</span> of 5 on average,{" "}
            {countInWords(total.rated)} rated, {countInWords(total.resolved)} resolved in this period. The tables below
            have each category and person.
          </p>
        </Card>
      )}
      <ReportCard
        title="In time by category"
        download={downloadAddress("categories", query)}
        empty={empty}
        plot={<SharePlot rows={categories} />}
        table={<FiguresTable caption="Figures by category" of="Category" rows={categories} />}
      />
      <ReportCard
        title="In time by person"
        download={downloadAddress("people", query)}
        empty={empty}
        plot={<SharePlot rows={persons} />}
        table={<FiguresTable caption="Figures by person" of="Assigned to" rows={persons} />}
      />
      <ReportCard
        title="Gas leaks and CO alarms by week"
        download={downloadAddress("weeks", query)}
        empty={hazards ? undefined : "No gas leaks or CO alarms in this period."}
        plot={
          <ColumnsPlot
            names={["Gas smells or leaks", "CO alarms"]}
            second="columns"
            columns={weeks.map((it) => ({
              label: dayInFigures(it.from),
              key: it.from,
              values: [it.gasLeaks, it.carbonMonoxideAlarms],
            }))}
            summary={`Gas leaks and carbon monoxide alarms by week, ${rangeInWords(from, to)}. The table below has each week.`}
          />
        }
        table={
          <PlainTable
            caption="Gas leaks and CO alarms by week"
            columns={["Week", "Gas smells or leaks", "CO alarms"]}
            rows={[...weeks].reverse().map((it) => ({
              key: it.from,
              name: rangeInWords(it.from, it.to),
              numbers: [
                { count: it.gasLeaks, href: list({ category: "gas_leak", from: it.from, to: it.to }) },
                {
                  count: it.carbonMonoxideAlarms,
                  href: list({ category: "carbon_monoxide_alarm", from: it.from, to: it.to }),
                },
              ],
            }))}
          />
        }
      />
      <ReportCard
        title="Received by area"
        download={downloadAddress("areas", query)}
        empty={empty}
        plot={<AreaPlot areas={overview.areas} query={query} />}
        table={
          <PlainTable
            caption="Received and resolved by area"
            columns={["Area", "Received", "Resolved"]}
            rows={overview.areas.map((it) => ({
              key: areaName(it),
              name: areaName(it),
              numbers: [{ count: it.received, href: areaAddress(it, query) }, { count: it.resolved }],
            }))}
          />
        }
      />
    </Page>
  )
}
