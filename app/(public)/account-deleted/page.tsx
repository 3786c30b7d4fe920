import type { Metadata } from "next"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"

export const metadata: Metadata = { title: "Your account is deleted" }

export default function AccountDeletedPage() {
  return (
    <Page width="text">
      <Notice tone="success" title="Your personal data is erased, and you are signed out everywhere" />
      <PageTitle lede="Thank you for having been with us.">Your account is deleted</PageTitle>
      <p>
        In an emergency you need no account: <Link href="/emergency">what to do when you smell gas</Link>. Should you
        come back, you can <Link href="/register">create a new account</Link>, with the same e-mail address if you like.
      </p>
    </Page>
  )
}
