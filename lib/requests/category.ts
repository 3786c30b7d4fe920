import type { Hazard } from "@/lib/safety/hazard"

export const PRIORITIES = ["emergency", "high", "normal", "low"] as const
export type Priority = (typeof PRIORITIES)[number]

export const PRIORITY_NAMES: Record<Priority, string> = {
  emergency: "Emergency",
  high: "High",
  normal: "Normal",
  low: "Low",
}

interface CategoryFacts {
  name: string
  /** What a request of this category starts with. */
  priority: Priority
  /** Which safety card is shown before anything else is asked. */
  hazard?: Hazard
}

/** What customers can ask for, in the order they are offered. */
export const CATEGORIES = {
  gas_leak: { name: "Gas smell or leak", priority: "emergency", hazard: "gas" },
  carbon_monoxide_alarm: { name: "Carbon monoxide (CO) alarm", priority: "emergency", hazard: "carbon_monoxide" },
  no_gas: { name: "No gas or low pressure", priority: "high" },
  meter_fault: { name: "Meter fault", priority: "normal" },
  meter_reading: { name: "Meter reading", priority: "low" },
  new_connection: { name: "New connection", priority: "normal" },
  disconnection: { name: "Disconnection", priority: "normal" },
  reconnection: { name: "Reconnection", priority: "high" },
  move: { name: "Moving in or out", priority: "low" },
  billing: { name: "Billing query", priority: "low" },
  safety_check: { name: "Appliance safety check", priority: "normal" },
  installation: { name: "Installation", priority: "normal" },
  maintenance: { name: "Maintenance", priority: "normal" },
  repair: { name: "Repair", priority: "high" },
  complaint: { name: "Complaint", priority: "normal" },
  other: { name: "Something else", priority: "low" },
} as const satisfies Record<string, CategoryFacts>

export type Category = keyof typeof CATEGORIES
export const CATEGORY_IDS = Object.keys(CATEGORIES) as [Category, ...Category[]]

export const categoryFacts = (category: Category): CategoryFacts => CATEGORIES[category]
