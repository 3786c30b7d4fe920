import type { Metadata } from "next"
import { StaffForm } from "@/components/account/staff-form"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { onlySignedOut } from "@/lib/http/current-actor"
import { mailedSecret } from "@/lib/http/mailed-secret"
import { registerStaff } from "../actions"

export const metadata: Metadata = { title: "Register as staff" }

export default async function RegisterStaffPage({ searchParams }: PageProps<"/register/staff">) {
  await onlySignedOut()
  return (
    <Page width="text">
      <PageTitle lede="For people who work with us.">Register as staff</PageTitle>
      <Notice title="An invitation code lets you start at once">
        Administrators send them. Without a code you can register too: your account then waits until an administrator
        approves it, and sees nothing until then.
      </Notice>
      <StaffForm action={registerStaff} invitationCode={await mailedSecret(await searchParams)} />
      <p>
        Not staff? <Link href="/register">Create a customer account</Link>. Registered already?{" "}
        <Link href="/sign-in">Sign in</Link>.
      </p>
    </Page>
  )
}
