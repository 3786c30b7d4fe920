import { categoryFacts } from "@/lib/model/category"
import type { EventData } from "@/lib/model/event"
import type { Hazard } from "@/lib/model/hazard"
import { detectHazard } from "@/lib/requests/safety/detect-hazard"
import type { RequestToFile, ServiceRequest } from "./contract"

type Told = Pick<RequestToFile, "category" | "title" | "description" | "happeningNow">

/** A danger in the title or description that the category does not imply. */
export function dangerIn({ category, title, description }: Partial<Told>) {
  if (!category || categoryFacts(category).priority === "emergency") return undefined
  return detectHazard(`${title ?? ""}\n${description ?? ""}`)
}

/**
 * The priority of a request: that of its category, or emergency when its words mention a danger, unless the customer
 * says that it is not happening now.
 */
export function urgencyOf(told: Told): Omit<EventData["filed"], "category"> {
  const { priority } = categoryFacts(told.category)
  const danger = dangerIn(told)
  if (!danger) return { priority }
  const { happeningNow } = told
  return { priority: happeningNow === false ? priority : "emergency", ...danger, happeningNow }
}

/**
 * The hazard whose safety card is shown while filing: that of the category, or of a danger that the customer says is
 * happening now.
 */
export function hazardOf(told: Partial<Told>): Hazard | undefined {
  const ofCategory = told.category && categoryFacts(told.category).hazard
  return ofCategory ?? (told.happeningNow ? dangerIn(told)?.hazard : undefined)
}

/** The hazard whose safety card is shown for a request that has been filed. */
export function hazardOfRequest({ category, priority, danger }: ServiceRequest): Hazard | undefined {
  return categoryFacts(category).hazard ?? (priority === "emergency" ? danger?.hazard : undefined)
}
