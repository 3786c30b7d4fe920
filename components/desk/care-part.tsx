import { needsLine } from "@/components/requests/needs-line"
import type { RequestCare } from "@/lib/requests/care/contract"

/** What staff should know before a visit: needs, password, access. Nothing is shown if nothing is known. */
export function CarePart({ care }: { care: RequestCare }) {
  const facts = [
    { term: "Extra help", detail: needsLine(care.needs) },
    { term: "Speaks", detail: care.language },
    { term: "Password for visits", detail: care.visitPassword },
    { term: "Access", detail: care.access },
    { term: "Notes on the customer", detail: care.notes },
  ].filter(({ detail }) => detail)
  if (facts.length === 0) return null
  return (
    <section>
      <h2>Before a visit</h2>
      {facts.map(({ term, detail }) => (
        <p key={term} className="words" dir="auto">
          {term}: <b>{detail}</b>
        </p>
      ))}
    </section>
  )
}
