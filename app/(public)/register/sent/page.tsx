import type { Metadata } from "next"
import { CheckMail } from "@/components/account/check-mail"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { ownPath } from "@/lib/http/own-path"
import { rememberedEmail } from "@/lib/http/remembered-email"

export const metadata: Metadata = { title: "Check your e-mail" }

export default async function RegisteredPage({ searchParams }: PageProps<"/register/sent">) {
  const next = ownPath((await searchParams).next)
  return (
    <CheckMail
      email={await rememberedEmail()}
      action={<ButtonLink href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>Sign in</ButtonLink>}
      aside={
        <>
          You can have the e-mail sent again on your profile. Is the address wrong?{" "}
          <Link href="/register">Register with another one</Link>.
        </>
      }
    >
      We have sent an e-mail to this address. If the account is new, you can sign in with your password at once; follow
      the link in the e-mail so that we start on your requests. We look after emergencies at once in any case.
    </CheckMail>
  )
}
