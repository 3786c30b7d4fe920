import { Notice } from "@/components/ui/notice"

/** What people call the parts of an address. */
const NAMES: Record<string, string> = {
  q: "the search",
  after: "the page of the list",
  before: "the page of the list",
  status: "the status",
  action: "the action",
  actorId: "the person",
  apiKeyId: "the API key",
  subjectId: "what was changed",
  subjectType: "what was changed",
  from: "the first day",
  to: "the last day",
}

/** Says which parts of the page's address were not used. */
export function UnusedParts({ unused }: { unused: readonly string[] }) {
  if (unused.length === 0) return null
  const names = [...new Set(unused.map((name) => NAMES[name] ?? "a filter"))]
  return (
    <Notice tone="warning" title="Part of this web address was not understood">
      Not used: {names.join(", ")}.
    </Notice>
  )
}
