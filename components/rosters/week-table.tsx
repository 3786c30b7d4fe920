import { type Column, Table } from "@/components/ui/table"
import type { Roster } from "@/lib/dispatch/rosters/contract"
import { hoursOn, WEEKDAY_NAMES, WEEKDAYS } from "@/lib/dispatch/rosters/week-fields"

interface Day {
  name: string
  shift: string
  onCall: string
}

const COLUMNS: Column<Day>[] = [
  { name: "Day", heading: true, cell: ({ name }) => name },
  { name: "Shift", cell: ({ shift }) => shift || "Off" },
  { name: "On call", cell: ({ onCall }) => onCall || "No" },
]

/** A week to look at. */
export function WeekTable({ shifts }: Pick<Roster, "shifts">) {
  const days = WEEKDAYS.map((day) => ({
    name: WEEKDAY_NAMES[day],
    shift: hoursOn(shifts, "shift", day),
    onCall: hoursOn(shifts, "on_call", day),
  }))
  return <Table caption="Your week" columns={COLUMNS} rows={days} keyOf={({ name }) => name} />
}
