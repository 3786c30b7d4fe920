import type { Metadata } from "next"
import { CheckMail } from "@/components/account/check-mail"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { ownPath } from "@/lib/http/own-path"
import { rememberedEmail } from "@/lib/http/remembered-email"

export const metadata: Metadata = { title: "Check your email" }

export default async function RegisteredPage({ searchParams }: PageProps<"/register/sent">) {
  const next = ownPath((await searchParams).next)
  return (
    <CheckMail
      email={await rememberedEmail()}
      action={<ButtonLink href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>Sign in</ButtonLink>}
      aside={
        <>
          You can ask for the email again on your profile. Is the address wrong?{" "}
          <Link href="/register">Register with a different address</Link>.
        </>
      }
    >
      We have sent an email to this address. If the account is new, you can sign in now. Follow the link in the email so
      that we can start work on your requests. We deal with emergencies straight away, confirmed or not.
    </CheckMail>
  )
}
