import type { Metadata } from "next"
import { JobTable } from "@/components/admin/job-table"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { retryJob } from "./actions"
import { loadFailedJobs } from "./data"

export const metadata: Metadata = { title: "Failed jobs" }

export default async function JobsPage({ searchParams }: PageProps<"/admin/jobs">) {
  await requirePermission("job.read")
  const { after, retried, dropped } = await searchParams
  const { items, next } = await loadFailedJobs({ after })
  return (
    <Page>
      <PageTitle lede="Emails and other background work that failed. Jobs are retried automatically; after the last attempt they stay here for 30 days.">
        Failed jobs
      </PageTitle>
      {retried ? (
        <Notice tone="success" title="Job scheduled">
          It runs within seconds. If it fails again, it returns to this list.
        </Notice>
      ) : null}
      {dropped ? <Notice tone="success" title="Job dropped" /> : null}
      <JobTable jobs={items} retry={retryJob} />
      <Pagination label="Failed jobs" first={after && "/admin/jobs"} next={next && `/admin/jobs?after=${next}`} />
    </Page>
  )
}
