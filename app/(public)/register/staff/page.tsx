import type { Metadata } from "next"
import { StaffRegistrationForm } from "@/components/account/staff-registration-form"
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
      <PageTitle lede="For people who work for us.">Register as staff</PageTitle>
      <Notice title="You can start immediately with an invitation code">
        Ask an administrator for one. You can also register without a code, but you must then confirm your email address
        and an administrator must approve your account.
      </Notice>
      <StaffRegistrationForm action={registerStaff} invitationCode={await mailedSecret(await searchParams)} />
      <p>
        Not staff? <Link href="/register">Create a customer account</Link>. Already registered?{" "}
        <Link href="/sign-in">Sign in</Link>.
      </p>
    </Page>
  )
}
