import type { Metadata } from "next"
import { CategoryForm } from "@/components/requests/filing/category-form"
import { BackLink, Page } from "@/components/ui/page"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import { env } from "@/lib/runtime/env"
import { saveCategory } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "What do you need help with? – New request" }

export default async function CategoryPage({ params, searchParams }: PageProps<"/requests/new/[draft]/category">) {
  const { id, version, answers, typed, steps } = await draftAt("category", params)
  const { category, safetyCheck } = answers
  const chosen = category ?? (safetyCheck && safetyCheckFacts(safetyCheck).category)
  const returning = (await searchParams).return === "check"
  return (
    <Page width="text">
      <BackLink href={returning ? steps.check : steps.question} label="Back" />
      <CategoryForm
        action={saveCategory}
        draft={{ id, version, step: "category" }}
        returning={returning}
        values={typed.category ?? (chosen && { category: chosen })}
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
