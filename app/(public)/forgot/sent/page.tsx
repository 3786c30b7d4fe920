import type { Metadata } from "next"
import { CheckMail } from "@/components/account/check-mail"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { rememberedEmail } from "@/lib/http/remembered-email"

export const metadata: Metadata = { title: "Check your email" }

export default async function ResetSentPage() {
  return (
    <CheckMail
      email={await rememberedEmail()}
      action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      aside={
        <>
          You can also <Link href="/forgot">ask for another link</Link>.
        </>
      }
    >
      If there is an account with this email address, we have sent a link to choose a new password. You can use the link
      once, within 30 minutes.
    </CheckMail>
  )
}
