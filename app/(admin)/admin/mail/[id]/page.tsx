import type { Metadata } from "next"
import { MailText } from "@/components/admin/mail-text"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { EmailText } from "@/components/ui/email-text"
import { Page, PageTitle } from "@/components/ui/page"
import { Time } from "@/components/ui/time"
import { requirePermission } from "@/lib/http/require-permission"
import { loadMail } from "../data"

export async function generateMetadata({ params }: PageProps<"/admin/mail/[id]">): Promise<Metadata> {
  await requirePermission("mail.read")
  const { subject } = await loadMail((await params).id)
  return { title: subject }
}

export default async function MailPage({ params }: PageProps<"/admin/mail/[id]">) {
  await requirePermission("mail.read")
  const { to, subject, text, createdAt } = await loadMail((await params).id)
  return (
    <Page width="text">
      <PageTitle back={{ href: "/admin/mail", label: "Mail" }}>{subject}</PageTitle>
      <DescriptionList
        items={[
          { term: "To", detail: <EmailText>{to}</EmailText> },
          { term: "Created", detail: <Time value={createdAt} /> },
        ]}
      />
      <Card>
        <MailText text={text} />
      </Card>
    </Page>
  )
}
