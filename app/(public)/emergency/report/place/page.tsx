import type { Metadata } from "next"
import { ReportForm } from "@/components/requests/filing/report-form"
import { Page, PageTitle } from "@/components/ui/page"
import { report } from "../actions"
import { dangerIn, formIn } from "../visitors"

export const metadata: Metadata = { title: "Where is the emergency?" }

export default async function PlacePage({ searchParams }: PageProps<"/emergency/report/place">) {
  const danger = await dangerIn(searchParams)
  const form = await formIn(searchParams, `/emergency/report/place?danger=${danger}`)
  const back = { href: `/emergency/report/call?danger=${danger}#call`, label: "Back" }
  return (
    <Page width="text">
      <PageTitle back={back} lede="You only need to tell us where it is.">
        Where is it?
      </PageTitle>
      <ReportForm action={report} safetyCheck={danger} token={form} />
    </Page>
  )
}
