import type { Metadata } from "next"
import { SafetyCard } from "@/components/requests/safety-card"
import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"

export const metadata: Metadata = { title: "Gas and carbon monoxide emergencies" }

export default function EmergencyPage() {
  return (
    <Page>
      <PageTitle lede="Get out first, then call. Never fill in a form while you may be in danger.">
        Gas and carbon monoxide emergencies
      </PageTitle>
      <SafetyCard kind="gas" />
      <SafetyCard kind="carbon_monoxide" />
      <p className="max-w-text">
        If you cannot call, or have already called, <Link href="/emergency/report">report it here</Link>. You do not
        need an account.
      </p>
      <section className="max-w-text space-y-3">
        <Heading size="section">What happens when you call</Heading>
        <p>
          We will ask where you are, what you noticed and whether anyone feels unwell. Then we will send an engineer
          straight away.
        </p>
        <p>You do not need an account or an account number. Call even if you are not sure.</p>
      </section>
      <section className="max-w-text space-y-3">
        <Heading size="section">Signs of carbon monoxide</Heading>
        <ul className="list-disc space-y-1 pl-6">
          <li>Headache, dizziness, sickness, breathlessness or tiredness that passes when you go outside</li>
          <li>A lazy yellow or orange flame instead of a crisp blue one</li>
          <li>Soot or brown stains around an appliance</li>
          <li>More condensation on windows than usual</li>
        </ul>
      </section>
    </Page>
  )
}
