import type { Metadata } from "next"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"

export const metadata: Metadata = { title: "Your account has been deleted" }

export default function AccountDeletedPage() {
  return (
    <Page width="text">
      <Notice tone="success" title="We have erased your personal data and signed you out everywhere" />
      <PageTitle lede="Thank you for being a customer.">Your account has been deleted</PageTitle>
      <p>
        You do not need an account in an emergency: <Link href="/emergency">what to do if you smell gas</Link>. If you
        come back, you can <Link href="/register">create a new account</Link>, with the same email address if you like.
      </p>
    </Page>
  )
}
