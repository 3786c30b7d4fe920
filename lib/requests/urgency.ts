import { categoryFacts } from "@/lib/model/category"
import type { EventData } from "@/lib/model/event"
import type { Hazard } from "@/lib/model/hazard"
import { hazardIn } from "@/lib/requests/safety/detect-hazard"
import type { RequestToFile, ServiceRequest } from "./contract"

type Told = Pick<RequestToFile, "category" | "title" | "description" | "happeningNow">

/** The danger that the words speak of and the category does not. */
export function dangerIn({ category, title, description }: Partial<Told>) {
  if (!category || categoryFacts(category).priority === "emergency") return undefined
  return hazardIn(`${title ?? ""}\n${description ?? ""}`)
}

/** How urgent a request is: as its category says, unless its words speak of a danger. Only a no of the customer outweighs them. */
export function urgencyOf(told: Told): Omit<EventData["filed"], "category"> {
  const { priority } = categoryFacts(told.category)
  const danger = dangerIn(told)
  if (!danger) return { priority }
  const { happeningNow } = told
  return { priority: happeningNow === false ? priority : "emergency", ...danger, happeningNow }
}

/** Whose safety card is shown on the way to filing: that of the category, or of a danger that is there now. */
export function hazardOf(told: Partial<Told>): Hazard | undefined {
  const ofCategory = told.category && categoryFacts(told.category).hazard
  return ofCategory ?? (told.happeningNow ? dangerIn(told)?.hazard : undefined)
}

/** The same of a request that is filed. */
export function hazardOfRequest({ category, priority, danger }: ServiceRequest): Hazard | undefined {
  return categoryFacts(category).hazard ?? (priority === "emergency" ? danger?.hazard : undefined)
}
