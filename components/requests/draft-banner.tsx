import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { CATEGORIES } from "@/lib/model/category"
import type { Draft } from "@/lib/requests/drafts/contract"
import { STEPS } from "@/lib/requests/drafts/draft-steps"

/** Nothing that was begun is lost, and nothing is kept that nobody wants. */
export function DraftBanner({ draft: { answers, attachments } }: { draft: Draft }) {
  const { category, title } = answers
  if (!category && !title && attachments.length === 0) return null
  return (
    <Notice title="You have an unfinished request">
      <p>{[category && CATEGORIES[category].name, title].filter(Boolean).join(": ")}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1 pt-1">
        <Link href={STEPS.check} className="font-semibold">
          Continue
        </Link>
        <Link href="/requests/new/discard">Discard</Link>
      </p>
    </Notice>
  )
}
