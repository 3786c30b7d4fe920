import type { Hazard } from "./hazard"

export const PRIORITIES = ["emergency", "high", "normal", "low"] as const
export type Priority = (typeof PRIORITIES)[number]

/** The priorities that people can choose. What is an emergency is said by its danger. */
export const CHOSEN_PRIORITIES = ["high", "normal", "low"] as const satisfies readonly Priority[]

export const PRIORITY_NAMES: Record<Priority, string> = {
  emergency: "Emergency",
  high: "High",
  normal: "Normal",
  low: "Low",
}

interface CategoryFacts {
  name: string
  /** The name in a sentence, as in "nobody is qualified for meter faults". */
  work: string
  /** The priority of a new request of this category. */
  priority: Priority
  /** The danger whose safety card is shown before the form. */
  hazard?: Hazard
}

/** The kinds of request, in the order that forms offer them. */
export const CATEGORIES = {
  gas_leak: { name: "Gas smell or leak", work: "gas leaks", priority: "emergency", hazard: "gas" },
  carbon_monoxide_alarm: {
    name: "Carbon monoxide (CO) alarm",
    work: "carbon monoxide alarms",
    priority: "emergency",
    hazard: "carbon_monoxide",
  },
  no_gas: { name: "No gas or low pressure", work: "gas supply failures", priority: "high" },
  meter_fault: { name: "Meter fault", work: "meter faults", priority: "normal" },
  meter_reading: { name: "Meter reading", work: "meter readings", priority: "low" },
  new_connection: { name: "New connection", work: "new connections", priority: "normal" },
  disconnection: { name: "Disconnection", work: "disconnections", priority: "normal" },
  reconnection: { name: "Reconnection", work: "reconnections", priority: "high" },
  move: { name: "Moving in or out", work: "moves in and out", priority: "low" },
  billing: { name: "Billing query", work: "billing queries", priority: "low" },
  safety_check: { name: "Appliance safety check", work: "appliance safety checks", priority: "normal" },
  installation: { name: "Installation", work: "installations", priority: "normal" },
  maintenance: { name: "Maintenance", work: "maintenance", priority: "normal" },
  repair: { name: "Repair", work: "repairs", priority: "high" },
  complaint: { name: "Complaint", work: "complaints", priority: "normal" },
  other: { name: "Something else", work: "other requests", priority: "low" },
} as const satisfies Record<string, CategoryFacts>

export type Category = keyof typeof CATEGORIES
export const CATEGORY_IDS = Object.keys(CATEGORIES) as [Category, ...Category[]]

export const categoryFacts = (category: Category): CategoryFacts => CATEGORIES[category]
