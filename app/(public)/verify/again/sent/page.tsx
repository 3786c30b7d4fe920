import type { Metadata } from "next"
import { CheckMail } from "@/components/account/check-mail"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { rememberedEmail } from "@/lib/http/remembered-email"

export const metadata: Metadata = { title: "Check your email" }

export default async function VerificationSentPage() {
  return (
    <CheckMail
      email={await rememberedEmail()}
      action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      aside={
        <>
          You can also <Link href="/verify/again">ask for another link</Link>.
        </>
      }
    >
      If there is an account with this email address that is not confirmed yet, we have sent it a new link. Only the
      newest link works. Follow it, then sign in.
    </CheckMail>
  )
}
