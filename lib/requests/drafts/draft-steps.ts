import { safetyCheckFacts } from "@/lib/model/safety-check"
import { dangerIn, hazardOf } from "@/lib/requests/urgency"
import { CategoryStep, DangerStep, DetailsStep, type Draft, PremisesStep, SafetyCheckStep } from "./contract"

/** Where a new request begins. It has no draft until its first answer is saved. */
export const BEGINNING = "/requests/new"

/** The pages of a draft, one question each. */
export function stepsOf(draft: string) {
  const path = `${BEGINNING}/${draft}`
  return {
    question: path,
    category: `${path}/category`,
    /** With large text the number to call is in sight only where the page begins with it. */
    safety: `${path}/safety#call`,
    report: `${path}/report`,
    details: `${path}/details`,
    danger: `${path}/danger`,
    premises: `${path}/premises`,
    attachments: `${path}/attachments`,
    check: `${path}/check`,
    /** Asked beside the answers: nobody has to. */
    needs: `${path}/needs`,
  } as const
}
export type Step = keyof ReturnType<typeof stepsOf>

const ASKING = [
  ["question", SafetyCheckStep],
  ["category", CategoryStep],
  ["details", DetailsStep],
  ["danger", DangerStep],
  ["premises", PremisesStep],
] as const
/** The pages that save answers. */
export type Asked = (typeof ASKING)[number][0]

type Begun = Pick<Draft, "id" | "answers" | "typed">

/**
 * The path of an earlier step that must be answered before this one; undefined when none is missing. Safety advice
 * comes before any question but the one about danger, and who is in danger has one page instead of all others. What was
 * typed and not saved is an answer that is missing, so that nothing is sent without it.
 */
export function detour(draft: Begun, step: Step): string | undefined {
  const { answers, typed } = draft
  if (isInDanger(answers)) return ["question", "safety", "report"].includes(step) ? undefined : stepsOf(draft.id).safety
  for (const [asked, answer] of ASKING) {
    if (asked === step) return undefined
    if (asked === "danger" && !dangerIn(answers)) continue
    if (!answer.safeParse(answers).success || asked in typed) return pathOf(draft, asked)
    if (step === "safety" && hazardOf(answers)) return undefined
  }
  return step === "report" ? stepsOf(draft.id).check : undefined
}

/** The path on which one ends up who goes to this step. */
export const landing = (draft: Begun, step: Step): string => detour(draft, step) ?? stepsOf(draft.id)[step]

/** Whether the answer about danger makes it an emergency, which is reported on one page. */
export const isInDanger = ({ safetyCheck }: Draft["answers"]): boolean =>
  safetyCheck !== undefined && safetyCheckFacts(safetyCheck).priority === "emergency"

/** A draft that was begun before the question was there goes on where it was once it is answered. */
function pathOf({ id, answers }: Begun, asked: Asked): string {
  const steps = stepsOf(id)
  if (asked === "question" && answers.category) return `${steps.question}?return=check`
  return asked === "details" && hazardOf(answers) ? steps.safety : steps[asked]
}

/**
 * The path after a saved step, where one ends up: the next step whose turn it is, or the check page when the answer was
 * changed from there; what to do in danger comes before both.
 */
export function onwards(draft: Begun, from: Asked, form: FormData): string {
  const back = form.get("return") === "check"
  const { safety } = stepsOf(draft.id)
  const { answers } = draft
  if (from === "question") return isInDanger(answers) ? safety : landing(draft, back ? "check" : "category")
  if (from === "category" && hazardOf({ category: answers.category }))
    return back ? safety.replace("#", "?return=check#") : safety
  if (from === "danger") return answers.happeningNow ? safety : landing(draft, "check")
  return landing(draft, back ? "check" : NEXT[from])
}

/** The danger page leads to the first question that is open, or back to the check. */
const NEXT = { category: "details", details: "premises", premises: "attachments" } as const
