import type { ReactNode } from "react"
import { whyClosed } from "@/components/requests/file-link"
import { Address, supplyFacts } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { type Description, DescriptionList } from "@/components/ui/description-list"
import { Link } from "@/components/ui/link"
import { CATEGORIES } from "@/lib/model/category"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { Premises } from "@/lib/model/premises"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { Draft } from "@/lib/requests/drafts/contract"
import { type Step, stepsOf } from "@/lib/requests/drafts/draft-steps"
import { dangerIn } from "@/lib/requests/urgency"

/** Everything that will be sent, with a way to change each answer and come back. */
export function Answers({ draft: { id, answers, attachments } }: { draft: Draft }) {
  const { safetyCheck, category, title, description, contactPreference, premises, happeningNow } = answers
  const change = changing(id)
  return (
    <Card>
      <DescriptionList
        items={[
          {
            term: "Danger right now",
            detail: safetyCheck && safetyCheckFacts(safetyCheck).answer,
            action: change("question", "the answer about danger"),
          },
          {
            term: "Help with",
            detail: category && CATEGORIES[category].name,
            action: change("category", "what you need help with"),
          },
          { term: "Title", detail: title, action: change("details", "the title") },
          { term: "Description", detail: description, action: change("details", "the description") },
          ...(dangerIn(answers)
            ? [{ ...now(happeningNow), action: change("danger", "whether this is happening now") }]
            : []),
          {
            term: "Contact by",
            detail: contactPreference && CONTACT_NAMES[contactPreference],
            action: change("details", "how we contact you"),
          },
          ...(premises ? where(premises, change("premises", "the premises")) : []),
          {
            term: "Files",
            detail: attachments.map(fileLine).join("\n") || "None",
            action: change("attachments", "the files"),
          },
        ]}
      />
    </Card>
  )
}

/** What becomes of a file that nobody can open is said beside it. */
function fileLine(file: Draft["attachments"][number]): string {
  const closed = whyClosed(file)
  return closed ? `${file.name} (${closed.toLowerCase()})` : file.name
}

const now = (happeningNow?: boolean) => ({ term: "Happening now", detail: happeningNow ? "Yes" : "No" })

function where(premises: Premises, action: ReactNode): Description[] {
  return [{ term: "Premises", detail: <Address {...premises} />, action }, ...supplyFacts(premises)]
}

const changing = (draft: string) => (step: Step, what: string) => (
  <Link href={`${stepsOf(draft)[step]}?return=check`}>
    Change<span className="sr-only"> {what}</span>
  </Link>
)
