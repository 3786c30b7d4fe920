import type { Metadata } from "next"
import { MailList } from "@/components/team/mail-list"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { listKeptMails } from "@/lib/oversight/inbound-mails/list-kept-mails"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"
import { dropMail, fileMail } from "./actions"

export const metadata: Metadata = { title: "Emails to check" }

const loadMails = load(inboundMailOperations.listKeptMails, listKeptMails)

const ADDRESS = "/desk/team/emails"

export default async function EmailsPage({ searchParams }: PageProps<"/desk/team/emails">) {
  await requirePermission("inbound-mail.read")
  const { after, filed, dropped, only } = await searchParams
  const { items, next } = await loadMails({ after, only })
  const address = only ? `${ADDRESS}?only=danger` : ADDRESS
  return (
    <Page width="text">
      {filed ? <Notice tone="success" title="Email added to the request" /> : null}
      {dropped ? <Notice tone="success" title="Email removed" /> : null}
      <PageTitle
        back={{ href: "/desk/team", label: "Team" }}
        lede="Customers’ emails that we could not add to a request automatically."
      >
        Emails to check
      </PageTitle>
      {only ? (
        <p>
          Only emails that may report a danger. <Link href={ADDRESS}>View all</Link>
        </p>
      ) : null}
      {items.length > 0 ? (
        <Card>
          <MailList mails={items} file={fileMail} drop={dropMail} />
        </Card>
      ) : (
        <EmptyState icon="mail" title="No emails to check" />
      )}
      <Pagination label="Emails" first={after && address} next={next && `${address}${only ? "&" : "?"}after=${next}`} />
    </Page>
  )
}
