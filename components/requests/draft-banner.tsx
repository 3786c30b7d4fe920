import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { CATEGORIES } from "@/lib/model/category"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { Draft } from "@/lib/requests/drafts/contract"
import { isInDanger, STEPS } from "@/lib/requests/drafts/draft-steps"

/** Nothing that was begun is lost, and nothing is kept that nobody wants. */
export function DraftBanner({ draft: { answers, attachments } }: { draft: Draft }) {
  const { category, title, safetyCheck } = answers
  const about = isInDanger(answers) && safetyCheck ? safetyCheckFacts(safetyCheck).answer : undefined
  if (!about && !category && !title && attachments.length === 0) return null
  return (
    <Notice title="You have an unfinished request">
      <p>{about ?? [category && CATEGORIES[category].name, title].filter(Boolean).join(": ")}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1 pt-1">
        <Link href={STEPS.check} className="font-semibold">
          Continue
        </Link>
        <Link href="/requests/new/discard">Discard</Link>
      </p>
    </Notice>
  )
}
