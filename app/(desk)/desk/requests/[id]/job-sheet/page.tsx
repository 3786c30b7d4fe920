import type { Metadata } from "next"
import { HISTORY_ON_PAPER, JobSheet } from "@/components/desk/job-sheet"
import { PrintButton } from "@/components/desk/print-button"
import { BackLink, Page } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { env } from "@/lib/runtime/env"
import { loadCare, loadClocks, loadRequest, loadTimeline } from "../../../data"

type Props = PageProps<"/desk/requests/[id]/job-sheet">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("request.move")
  return { title: `Job sheet ${(await loadRequest((await params).id)).reference}` }
}

export default async function JobSheetPage({ params }: Props) {
  await requirePermission("request.move")
  const { id } = await params
  const [request, care, clocks, { items }] = await Promise.all([
    loadRequest(id),
    loadCare({ id }),
    loadClocks({ id }),
    loadTimeline({ id, limit: HISTORY_ON_PAPER }),
  ])
  const path = `/desk/requests/${id}`
  return (
    <Page>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackLink href={path} label={request.reference} />
        <PrintButton />
      </div>
      <JobSheet
        request={request}
        care={care}
        clocks={clocks.items}
        history={items}
        address={`${env().APP_URL}${path}`}
      />
    </Page>
  )
}
