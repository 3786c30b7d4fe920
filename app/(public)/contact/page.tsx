import type { Metadata } from "next"
import { Reference } from "@/components/requests/reference"
import { ContactWays } from "@/components/shell/contact-ways"
import { ButtonLink } from "@/components/ui/button"
import { Link, PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { env } from "@/lib/runtime/env"

export const metadata: Metadata = { title: "Contact us" }

export default function ContactPage() {
  return (
    <Page width="text">
      <PageTitle lede="For everything that is not an emergency.">Contact us</PageTitle>
      <Notice tone="warning" title="Smell gas, or a carbon monoxide alarm?">
        Get out, then call <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline" />, day or night.{" "}
        <Link href="/emergency">What to do in an emergency</Link>
      </Notice>
      <ContactWays />
      <p>
        If you call or email about a request, quote its reference, such as <Reference>GR-7K3M-9Q2F</Reference>.
      </p>
      <ButtonLink href="/requests/new">New request</ButtonLink>
    </Page>
  )
}
