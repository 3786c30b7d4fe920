"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"

/** Filters that are typed. Other chosen filters are kept unchanged. */
const TYPED: Record<string, { label: string; type: "search" | "date" }> = {
  q: { label: "Search", type: "search" },
  from: { label: "From", type: "date" },
  to: { label: "To", type: "date" },
}

/** A client component, because Next sends it along with every page: this way it is a name. */
export function NarrowSearch() {
  const path = usePathname()
  const chosen = [...useSearchParams()].filter(([name]) => name !== "after")
  return (
    <Page width="text">
      <PageTitle lede="This search is too broad. Use more words, more filters or fewer days.">
        Narrow your search
      </PageTitle>
      {chosen.length > 0 ? (
        <form action={path} method="get" className="space-y-4">
          {chosen.map(([name, value]) => (
            <Narrowing key={`${name}=${value}`} name={name} value={value} />
          ))}
          <Button type="submit">Search again</Button>
        </form>
      ) : null}
      <p>
        <Link href={path}>{chosen.length > 0 ? "Clear search and filters" : "Try again"}</Link>
      </p>
    </Page>
  )
}

function Narrowing({ name, value }: { name: string; value: string }) {
  const typed = TYPED[name]
  if (!typed) return <input type="hidden" name={name} value={value} />
  return <Field name={name} {...typed} defaultValue={value} />
}
