import type { accounts } from "@/db/schema/accounts"
import { CATEGORIES } from "@/lib/requests/category"
import type { Status } from "@/lib/requests/status"
import { tell } from "./history"
import { CUSTOMERS, STAFF } from "./people"
import { STORIES, type Story } from "./stories"

type Account = typeof accounts.$inferSelect

const COUNT = 60
const HOUR = 3_600_000

/** Older requests are further along: of the youngest most wait, of the oldest all are done. */
const PROGRESS: Status[][] = [
  ["pending", "pending", "in_progress"],
  ["in_progress", "pending", "on_hold", "in_progress", "resolved"],
  ["resolved", "in_progress", "closed", "on_hold", "cancelled", "resolved"],
  ["closed", "resolved", "closed", "cancelled", "closed"],
]

const DONE: Status[] = ["resolved", "closed", "closed"]

/** About sixty requests over the last six weeks, in every status; the same ones each time. */
export function worldOf(people: Account[]) {
  const by = (email: string) => people.find((person) => person.email === email) as Account
  return Array.from({ length: COUNT }, (_, i) => {
    const story = STORIES[(i * 7) % STORIES.length] as Story
    const stage = PROGRESS[Math.floor((i * PROGRESS.length) / COUNT)] ?? []
    const email = assigneeOf(story, i)
    // What nobody available can take is still waiting.
    const assignee = email === undefined ? undefined : by(email)
    const age = HOUR * (0.3 + i * 2.1 + (i * i) / 4.2)
    // Nobody leaves a smell of gas until tomorrow.
    const isOver = "hazard" in CATEGORIES[story.category] && age > 4 * HOUR
    const reached = isOver ? DONE : stage
    const status: Status = assignee ? (reached[i % reached.length] ?? "closed") : "pending"
    const customer = by(CUSTOMERS[(i * 5) % CUSTOMERS.length]?.email ?? "")
    const filedAt = new Date(Date.now() - (assignee ? age : Math.min(age, 30 * HOUR)))
    return tell({ story, status, customer, assignee, filedAt })
  })
}

function assigneeOf({ category }: Story, turn: number): string | undefined {
  const able = STAFF.filter(({ desk }) => desk?.available && desk.categories.includes(category))
  return able[turn % able.length]?.email
}
