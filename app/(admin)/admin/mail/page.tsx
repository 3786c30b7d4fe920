import type { Metadata } from "next"
import { MailTable } from "@/components/admin/mail-table"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { loadMails } from "./data"

export const metadata: Metadata = { title: "Mail" }

export default async function MailsPage({ searchParams }: PageProps<"/admin/mail">) {
  await requirePermission("mail.read")
  const { after } = await searchParams
  const { items, next } = await loadMails({ after })
  return (
    <Page>
      <PageTitle lede="No mail server is set up, so emails are kept here instead of being sent. Messages are deleted after 30 days.">
        Mail
      </PageTitle>
      <MailTable mails={items} />
      <Pagination label="Mail" first={after && "/admin/mail"} next={next && `/admin/mail?after=${next}`} />
    </Page>
  )
}
