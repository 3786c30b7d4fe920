import type { Candidate } from "@/lib/dispatch/assignment/candidate"
import { CATEGORY_IDS, type Category, categoryFacts, type Priority } from "@/lib/model/category"
import type { Level } from "@/lib/model/level"
import type { Span } from "@/lib/platform/calendar/local-time"
import { type Random, randomOf } from "./random"

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** A request as the day brings it, with how long the work takes. */
export interface Task {
  id: string
  at: number
  category: Category
  priority: Priority
  postcode: string
  takes: number
}

export interface World {
  tasks: Task[]
  people: Candidate[]
}

interface WorldSize {
  requests: number
  people: number
  seed: number
}

/** How much of the day's work comes in each hour: little at night, most in the morning, a second wave after work. */
const HOURS = [9, 7, 7, 7, 7, 9, 20, 60, 92, 98, 92, 90, 86, 84, 84, 80, 74, 72, 60, 48, 38, 34, 28, 20]

/** The categories of a hundred requests. */
const DEMAND: Partial<Record<Category, number>> = {
  meter_reading: 22,
  billing: 20,
  move: 12,
  meter_fault: 9,
  no_gas: 7,
  repair: 6,
  safety_check: 5,
  maintenance: 4,
  installation: 3,
  new_connection: 3,
  reconnection: 2,
  disconnection: 2,
  complaint: 2,
  other: 2,
  gas_leak: 0.7,
  carbon_monoxide_alarm: 0.3,
}

/** The share of the requests that are leaks reported within an hour from 18:00. */
const STORM = 0.01
const TOWNS = ["LS1 4AB", "LS8 2QT", "M1 3HE", "S1 2GH"] as const

/** Everything that will happen on a day, the same for every strategy. */
export function worldOf({ requests, people, seed }: WorldSize): World {
  const random = randomOf(seed)
  return { tasks: tasksOf(random, requests), people: Array.from({ length: people }, (_, i) => personOf(random, i + 1)) }
}

function tasksOf(random: Random, count: number): Task[] {
  const hours = HOURS.map((weight, hour) => [hour, weight] as const)
  const demand = Object.entries(DEMAND) as [Category, number][]
  const storm = Math.round(count * STORM)
  const task = (at: number, category: Category, i: number): Task => ({
    id: `request ${i}`,
    at,
    category,
    priority: categoryFacts(category).priority,
    postcode: TOWNS[random.whole(0, TOWNS.length - 1)] ?? TOWNS[0],
    takes: random.lognormal(category === "gas_leak" ? 5.8 : 2.43, 0.8) * MINUTE,
  })
  return Array.from({ length: count }, (_, i) =>
    i < storm
      ? task(random.between(18, 19) * HOUR, "gas_leak", i)
      : task((random.weighted(hours) + random.next()) * HOUR, random.weighted(demand), i),
  ).sort((a, b) => a.at - b.at)
}

/** When people work, of a hundred: most by day, some early and late, a few at night. */
const SHIFTS: [Span, number][] = [
  [{ from: 0, until: 8 * HOUR }, 6],
  [{ from: 7 * HOUR, until: 15 * HOUR }, 26],
  [{ from: 8 * HOUR, until: 16.5 * HOUR }, 28],
  [{ from: 11 * HOUR, until: 19.5 * HOUR }, 18],
  [{ from: 14 * HOUR, until: 24 * HOUR }, 22],
]

/** The roster is made with care: as many on each shift as is planned. */
function shiftOf(number: number): Span {
  let share = (number * 37) % 100
  for (const [span, weight] of SHIFTS) {
    share -= weight
    if (share < 0) return span
  }
  throw new Error("The shifts are not a hundred.")
}

const ABSENT = 0.08

/** Skills are skewed: nearly everybody can do what is asked most, and few know what is rare. */
function personOf(random: Random, number: number): Candidate {
  const categories = CATEGORY_IDS.filter((category) => random.next() < 0.4 + 0.5 * popularity(category))
  const shift = number <= 4 ? nightAndDay(number) : shiftOf(number)
  // Those who work at night are alone and have all skills.
  const isAlone = number <= 4 || shift.from === 0
  const noon = random.between(9, 17) * HOUR
  return {
    id: `person ${number}`,
    number,
    name: `Person ${number}`,
    role: number <= 4 ? "supervisor" : "staff",
    available: true,
    capacity: random.whole(6, 16),
    categories: isAlone ? CATEGORY_IDS : categories,
    levels: Object.fromEntries(categories.map((category) => [category, random.whole(1, 3) as Level])),
    areas: !isAlone && random.next() < 0.2 ? [random.next() < 0.5 ? "LS" : "M"] : [],
    shift,
    onCall: undefined,
    absence: number > 4 && random.next() < ABSENT ? { from: noon, until: noon + 2 * HOUR } : undefined,
    open: 0,
    weight: 0,
    emergencies: 0,
    turn: 0,
  }
}

/** Supervisors can do everything, and one is there at any hour. */
const nightAndDay = (number: number): Span => ({ from: (number - 1) * 6 * HOUR, until: (number + 0.5) * 6 * HOUR })

/** Leaks are rare, and more people are trained for them than their number would ask. */
const popularity = (category: Category): number =>
  categoryFacts(category).hazard ? 0.7 : Math.min(1, (DEMAND[category] ?? 0) / 10)

/** A day with people who can do everything everywhere, and are assigned a request only when they have none. */
export const pooled = ({ tasks, people }: World): World => ({
  tasks,
  people: people.map((person) => ({ ...person, categories: CATEGORY_IDS, areas: [], capacity: 1 })),
})
