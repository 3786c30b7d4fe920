import { REQUEST_KEYS } from "@/components/desk/request-keys"
import type { Found } from "@/components/desk/use-found"
import { CATEGORIES, CATEGORY_IDS } from "@/lib/model/category"

interface Act {
  label: string
  act: () => void
}

/** What can be done with the request that is open: its buttons, and the controls that its keys lead to. */
export function actsHere(): Act[] {
  const request = document.querySelector(".desk-request")
  if (!request) return []
  const buttons = [...request.querySelectorAll<HTMLButtonElement>(".acts button[type=submit]")].map((button) => ({
    label: button.textContent.trim(),
    act: () => button.click(),
  }))
  const keys = REQUEST_KEYS.filter(({ to }) => request.querySelector(to)).map(({ does, press }) => ({
    label: does,
    act: () => press(document.body),
  }))
  return [...buttons, ...keys]
}

/** Where the rail leads: views with their counts, and pages. */
export const placesInRail = (): Found[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(".rail a")].map((link) => {
    const count = link.querySelector("b")?.textContent ?? ""
    return {
      href: link.getAttribute("href") ?? "/desk",
      label: link.textContent.slice(0, link.textContent.length - count.length).trim(),
      beside: count,
    }
  })

/** The open requests of each category. */
export const categories: readonly Found[] = CATEGORY_IDS.map((id) => ({
  href: `/desk?category=${id}`,
  label: `Category: ${CATEGORIES[id].name}`,
  beside: "",
}))
