import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SafetyCard } from "@/components/requests/safety-card"
import { ButtonLink } from "@/components/ui/button"
import { Page, PageTitle } from "@/components/ui/page"
import { env } from "@/lib/env"
import { hazardOf, STEPS } from "@/lib/requests/draft-steps"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Are you safe? New request" }

export default async function SafetyPage({ searchParams }: PageProps<"/requests/new/safety">) {
  const { answers } = await draftAt("safety")
  const onwards = (await searchParams).return === "check" ? STEPS.check : STEPS.details
  const hazard = hazardOf(answers.category)
  if (!hazard) redirect(onwards)
  return (
    <Page>
      <PageTitle back={{ href: STEPS.category, label: "Back" }} lede="Do this before you tell us anything here.">
        Are you safe?
      </PageTitle>
      <SafetyCard kind={hazard} phone={env().EMERGENCY_PHONE} />
      <div className="max-w-text space-y-4">
        <p>Go on only when everybody is outside and you have rung us. We send help when you ring, not for this form.</p>
        <ButtonLink href={onwards}>I am safe – continue</ButtonLink>
      </div>
    </Page>
  )
}
