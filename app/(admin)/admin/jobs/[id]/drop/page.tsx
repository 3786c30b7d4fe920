import type { Metadata } from "next"
import { taskInWords } from "@/components/admin/job-words"
import { DescriptionList } from "@/components/ui/description-list"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { requirePermission } from "@/lib/http/require-permission"
import { dropJob } from "../../actions"
import { loadFailedJob } from "../../data"

export const metadata: Metadata = { title: "Drop this job?" }

export default async function DropPage({ params }: PageProps<"/admin/jobs/[id]/drop">) {
  await requirePermission("job.edit")
  const { id, task, why, error } = await loadFailedJob((await params).id)
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/admin/jobs", label: "Failed jobs" }}
        caption={`Job ${id}`}
        lede="It will never run. This cannot be undone."
      >
        Drop this job?
      </PageTitle>
      <DescriptionList
        items={[
          { term: "Job", detail: taskInWords(task) },
          { term: "Reason", detail: why },
          { term: "Error", detail: <code className="text-sm wrap-anywhere">{error}</code> },
        ]}
      />
      <Form action={dropJob} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={id} />
        <Submit variant="danger">Drop job</Submit>
        <Link href="/admin/jobs">Keep job</Link>
      </Form>
    </Page>
  )
}
