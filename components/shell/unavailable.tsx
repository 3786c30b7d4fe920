"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { ButtonLink } from "@/components/ui/button"
import { Link, PhoneLink } from "@/components/ui/link"

/** Stands for a page that the database kept from being made. */
export function Unavailable({ phone }: { phone: string }) {
  const [path, query] = [usePathname(), useSearchParams().toString()]
  return (
    <div className="instead">
      <h1>Service temporarily unavailable</h1>
      <p>Sorry, there is a problem with the service. Try again in a moment.</p>
      <p>
        <strong>Smell gas?</strong> Do not wait for this page. Leave the building, then call{" "}
        <PhoneLink number={phone} className="font-bold underline underline-offset-4" />.{" "}
        <Link href="/emergency">What to do in an emergency</Link>
      </p>
      <p>If you were filling in a form, go back. What you typed should still be there.</p>
      <ButtonLink href={query ? `${path}?${query}` : path}>Try again</ButtonLink>
    </div>
  )
}
