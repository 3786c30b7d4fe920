import type { Metadata } from "next"
import { FileLimitsCard } from "@/components/admin/file-limits-card"
import { RemovedFiles } from "@/components/admin/removed-files"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { getFileUsage } from "@/lib/oversight/file-usage/get-file-usage"
import { fileUsageOperations } from "@/lib/oversight/file-usage/operations"
import { decideRemovedFile } from "./actions"

export const metadata: Metadata = { title: "Files" }

const loadUsage = load(fileUsageOperations.getFileUsage, getFileUsage)

/** What was done with a removed file. */
const DONE = new Map<unknown, string>([
  ["return", "File returned"],
  ["delete", "File deleted"],
])

export default async function FilesPage({ searchParams }: PageProps<"/admin/files">) {
  await requirePermission("stored-file.read")
  const [usage, { done }] = await Promise.all([loadUsage({}), searchParams])
  const title = DONE.get(done)
  return (
    <Page>
      {title ? <Notice tone="success" title={title} /> : null}
      <PageTitle lede="The space that attachments and their previews take up, their limits, and files removed by the virus scanner.">
        Files
      </PageTitle>
      {usage.held > 0 ? (
        <Notice
          tone="warning"
          title={usage.held === 1 ? "1 file waits to be checked" : `${usage.held} files wait to be checked`}
        >
          The virus scanner has not checked them for more than 10 minutes. Check that clamd runs at CLAMD_HOST and that
          its StreamMaxLength is not smaller than the largest file.
        </Notice>
      ) : null}
      <div className="settings">
        <Card title="Space">
          <FileLimitsCard usage={usage} />
        </Card>
        <Card title="Removed files">
          <RemovedFiles files={usage.removed} isScanned={usage.scanner} decide={decideRemovedFile} />
        </Card>
      </div>
    </Page>
  )
}
