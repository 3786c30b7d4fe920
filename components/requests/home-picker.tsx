"use client"

import type { MouseEvent } from "react"
import { addressLine } from "@/components/requests/premises-text"
import type { Premises } from "@/lib/model/premises"

export interface PickedHome {
  id: string
  premises: Premises
  /** The page with this home filled in, for those without scripts. */
  href: string
}

interface ChosenHomeProps {
  homes: readonly PickedHome[]
  /** The home that is filled in, for `aria-current`. */
  chosen?: string | undefined
}

const FIELDS = ["line1", "line2", "town", "postcode", "mprn", "meterSerial"] as const

const QUESTION = "Is it at one of your homes?"

/**
 * The homes of a customer who has several, to choose the place of a request from. It stands in a form with `PremisesFields`
 * and fills them in; without scripts it opens the page with them filled in.
 */
export function ChosenHome({ homes, chosen }: ChosenHomeProps) {
  if (homes.length < 2) return null
  return (
    <nav aria-label={QUESTION} className="space-y-2">
      <p className="font-semibold">{QUESTION}</p>
      <ul className="space-y-2">
        {homes.map((home) => (
          <li key={home.id}>
            <a
              href={home.href}
              aria-current={home.id === chosen ? "true" : undefined}
              onClick={(event) => fillIn(event, home.premises)}
              className="flex min-h-11 items-center rounded-md border border-line bg-surface px-4 py-2 font-semibold text-accent wrap-anywhere hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <bdi>{addressLine(home.premises)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Fields that the form does not have are left alone; a form without any is left for the page with them filled in. */
function fillIn(event: MouseEvent<HTMLAnchorElement>, premises: Premises): void {
  const { currentTarget } = event
  const form = currentTarget.closest("form")
  const fields = FIELDS.flatMap((name) => {
    const field = form?.elements.namedItem(`premises.${name}`)
    return field instanceof HTMLInputElement ? [{ field, value: premises[name] ?? "" }] : []
  })
  if (fields.length === 0) return
  event.preventDefault()
  for (const { field, value } of fields) field.value = value
  for (const link of currentTarget.closest("nav")?.querySelectorAll("a") ?? [])
    if (link === currentTarget) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  // What saves as people type saves this, too.
  fields[0]?.field.dispatchEvent(new Event("input", { bubbles: true }))
  fields[0]?.field.focus()
}
