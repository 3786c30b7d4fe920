import type { staff } from "@/db/schema/accounts"
import type { customerCare } from "@/db/schema/premises"
import type { WeeklyShift } from "@/lib/dispatch/rosters/shift"
import { CATEGORY_IDS } from "@/lib/model/category"
import type { Premises } from "@/lib/model/premises"
import type { Role } from "@/lib/model/role"

export const DEMO_PASSWORD = "demo-Northgate-1"

interface Person {
  role: Role
  name: string
  email: string
  phone: string
  premises?: Premises
  /** What a customer has told us, and what staff have noted. */
  care?: Omit<typeof customerCare.$inferInsert, "customerId">
  desk?: Pick<typeof staff.$inferInsert, "available" | "capacity" | "categories" | "levels">
  /** Staff without shifts work whenever they are available, so that the demo assigns requests at any hour. */
  week?: WeeklyShift[]
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

const weekOf = (duty: WeeklyShift["duty"], weekdays: number[], startsAt: string, endsAt: string): WeeklyShift[] =>
  weekdays.map((weekday) => ({ duty, weekday, startsAt, endsAt }))

const METERS = ["gas_leak", "carbon_monoxide_alarm", "no_gas", "meter_fault", "meter_reading", "repair"] as const
const WORKS = [
  "new_connection",
  "disconnection",
  "reconnection",
  "installation",
  "maintenance",
  "safety_check",
] as const
const OFFICE = ["move", "billing", "meter_reading", "other"] as const

export const CUSTOMERS: Person[] = [
  {
    role: "customer",
    name: "Amara Okafor",
    email: "amara@example.com",
    phone: "0113 496 0112",
    premises: {
      line1: "12 Mill Lane",
      town: "Leeds",
      postcode: "LS1 4AB",
      mprn: "7416820305",
      meterSerial: "E6S10482-21",
    },
  },
  {
    role: "customer",
    name: "Daniel Kowalski",
    email: "daniel@example.com",
    phone: "0161 496 0340",
    premises: { line1: "Flat 3", line2: "48 Canal Street", town: "Manchester", postcode: "M1 3HE", mprn: "4032918876" },
    care: {
      needs: ["baby", "cannot_reach_door"],
      language: "Polish",
      visitPassword: "Heron",
      toldAt: new Date(),
      notes: "Works nights: call after 2 pm.",
    },
  },
  {
    role: "customer",
    name: "The Old Bakery Café",
    email: "bakery@example.com",
    phone: "0114 496 0788",
    premises: {
      line1: "1 Market Place",
      town: "Sheffield",
      postcode: "S1 2GH",
      mprn: "9120447731",
      meterSerial: "G4A-77120",
    },
  },
]

export const STAFF: Person[] = [
  {
    role: "staff",
    name: "Priya Nair",
    email: "priya@example.com",
    phone: "0113 496 0201",
    desk: {
      available: true,
      capacity: 12,
      categories: [...METERS],
      levels: { gas_leak: 3, carbon_monoxide_alarm: 3, repair: 2 },
    },
  },
  {
    role: "staff",
    name: "Tom Fletcher",
    email: "tom@example.com",
    phone: "0113 496 0202",
    desk: {
      available: true,
      capacity: 12,
      categories: [...METERS, ...WORKS],
      levels: { gas_leak: 2, installation: 3, safety_check: 3 },
    },
    week: weekOf("on_call", EVERY_DAY, "18:00", "08:00"),
  },
  {
    role: "staff",
    name: "Grace Lindqvist",
    email: "grace@example.com",
    phone: "0113 496 0203",
    desk: {
      available: true,
      capacity: 15,
      categories: [...WORKS, ...OFFICE],
      levels: { billing: 2, new_connection: 3 },
    },
  },
  {
    role: "staff",
    name: "Marcus Bell",
    email: "marcus@example.com",
    phone: "0113 496 0204",
    desk: { available: false, capacity: 10, categories: [...OFFICE, "complaint"], levels: { complaint: 3, move: 2 } },
    week: weekOf("shift", [1, 2, 3, 4, 5], "09:00", "17:30"),
  },
]

export const MANAGERS: Person[] = [
  {
    role: "supervisor",
    name: "Helen Marsh",
    email: "helen@example.com",
    phone: "0113 496 0210",
    desk: { available: false, capacity: 5, categories: CATEGORY_IDS },
    week: weekOf("on_call", EVERY_DAY, "00:00", "00:00"),
  },
  {
    role: "administrator",
    name: "Alex Warden",
    email: "admin@example.com",
    phone: "0113 496 0220",
    desk: { available: false, capacity: 20, categories: CATEGORY_IDS },
  },
]

export const PEOPLE = [...CUSTOMERS, ...STAFF, ...MANAGERS]
