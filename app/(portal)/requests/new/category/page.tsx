import type { Metadata } from "next"
import { CategoryForm } from "@/components/requests/filing/category-form"
import { BackLink, Page } from "@/components/ui/page"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import { STEPS } from "@/lib/requests/drafts/draft-steps"
import { env } from "@/lib/runtime/env"
import { saveCategory } from "../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "What do you need help with? – New request" }

export default async function CategoryPage({ searchParams }: PageProps<"/requests/new/category">) {
  const { category, safetyCheck } = (await draftAt("category")).answers
  const chosen = category ?? (safetyCheck && safetyCheckFacts(safetyCheck).category)
  const returning = (await searchParams).return === "check"
  return (
    <Page width="text">
      <BackLink href={returning ? STEPS.check : STEPS.question} label="Back" />
      <CategoryForm
        action={saveCategory}
        returning={returning}
        values={chosen && { category: chosen }}
        options={optionsWith(env().EMERGENCY_PHONE)}
      />
    </Page>
  )
}

/** Category options; dangerous ones stand apart and say what to do first. */
const optionsWith = (phone: string) =>
  CATEGORY_IDS.map((value) => {
    const { name: label, hazard } = categoryFacts(value)
    return hazard
      ? { value, label, group: "Emergencies", hint: `Get out first, then call ${phone}` }
      : { value, label, group: "Everything else" }
  })
