import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SafetyCard } from "@/components/requests/safety-card"
import { ButtonLink } from "@/components/ui/button"
import { Page, PageTitle } from "@/components/ui/page"
import { STEPS } from "@/lib/requests/drafts/draft-steps"
import { hazardOf } from "@/lib/requests/urgency"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Are you safe? – New request" }

export default async function SafetyPage({ searchParams }: PageProps<"/requests/new/safety">) {
  const { answers } = await draftAt("safety")
  // A customer whose own words led here has answered more than the category: the check knows what is still open.
  const isOfCategory = hazardOf({ category: answers.category }) !== undefined
  const onwards = isOfCategory && (await searchParams).return !== "check" ? STEPS.details : STEPS.check
  const hazard = hazardOf(answers)
  if (!hazard) redirect(onwards)
  return (
    <Page>
      <PageTitle
        back={{ href: isOfCategory ? STEPS.category : STEPS.danger, label: "Back" }}
        lede="Follow these steps before you tell us about it here."
      >
        Are you safe?
      </PageTitle>
      <SafetyCard kind={hazard} />
      <div className="max-w-text space-y-4">
        <p>
          Continue only when everyone is outside and you have called us. We send help when you call, not when you fill
          in this form.
        </p>
        <ButtonLink href={onwards}>I am safe and I have called – continue</ButtonLink>
      </div>
    </Page>
  )
}
