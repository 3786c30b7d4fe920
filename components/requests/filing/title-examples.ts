import type { Category } from "@/lib/model/category"

/** A title as a customer might write it, for each thing that they can ask for. */
export const TITLE_EXAMPLES: Record<Category, string> = {
  gas_leak: "Smell of gas near the meter",
  carbon_monoxide_alarm: "Alarm sounding in the hall",
  no_gas: "No gas since this morning",
  meter_fault: "Meter display is blank",
  meter_reading: "Reading for November",
  new_connection: "Gas supply for a new house",
  disconnection: "Disconnect an empty house",
  reconnection: "Reconnect after building work",
  move: "Moving out on 12 May",
  billing: "Bill higher than my reading",
  safety_check: "Yearly check of boiler and cooker",
  installation: "Connect a new gas cooker",
  maintenance: "Boiler service is due",
  repair: "Boiler goes out every evening",
  complaint: "Engineer missed two appointments",
  other: "Question about my gas supply",
}
