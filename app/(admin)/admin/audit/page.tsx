import type { Metadata } from "next"
import { auditAddress, isAuditNarrowed, readQuery } from "@/components/admin/audit-address"
import { AuditFilterForm } from "@/components/admin/audit-filter-form"
import { AuditTable } from "@/components/admin/audit-table"
import { EmptyState } from "@/components/ui/empty-state"
import { Icon } from "@/components/ui/icon"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { buttonStyle } from "@/components/ui/style"
import { UnusedParts } from "@/components/ui/unused-parts"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { understood } from "@/lib/http/understood"
import { listAudit } from "@/lib/oversight/audit/list-audit"
import { auditOperations } from "@/lib/oversight/audit/operations"
import { loadWholeStaff } from "../../../staff"

export const metadata: Metadata = { title: "Audit log" }

const loadAudit = load(auditOperations.listAudit, listAudit)

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  await requirePermission("audit.read")
  const search = await searchParams
  const { wanted, unused } = understood(auditOperations.listAudit.input, { ...readQuery(search), after: search.after })
  const query = readQuery(wanted)
  const [{ items, next }, staff] = await Promise.all([loadAudit(wanted), loadWholeStaff()])
  const [first] = items
  return (
    <Page>
      <PageTitle
        lede="Every action, newest first. Entries cannot be changed."
        actions={
          <a href={auditAddress(query, "/api/v1/audit/export")} download className={buttonStyle("secondary")}>
            <Icon name="download" />
            Download as CSV
          </a>
        }
      >
        Audit log
      </PageTitle>
      <UnusedParts unused={unused} />
      <AuditFilterForm
        query={query}
        people={staff}
        actor={first?.actorName ?? undefined}
        subject={first?.subjectName ?? first?.subjectId}
      />
      {items.length > 0 ? (
        <AuditTable entries={items} query={query} />
      ) : (
        <EmptyState icon="scroll-text" title={isAuditNarrowed(query) ? "No matching entries" : "No entries yet"} />
      )}
      <Pagination
        label="Audit log"
        first={wanted.after && auditAddress(query)}
        next={next && auditAddress({ ...query, after: next })}
      />
    </Page>
  )
}
