import { v7 } from "uuid"
import type { accounts } from "@/db/schema/accounts"
import { Candidates } from "@/lib/dispatch/assignment/candidates"
import { WEIGHTS } from "@/lib/dispatch/assignment/strategy"
import { categoryFacts } from "@/lib/model/category"
import { tell } from "./history"
import { CUSTOMERS } from "./people"
import { statusAt } from "./progress"
import { STORIES, type Story } from "./stories"

type Account = typeof accounts.$inferSelect
type ToldRequest = ReturnType<typeof tell>

const COUNT = 60
const HOUR = 3_600_000

/** About sixty requests over the last six weeks, in every status, each with whom the rules chose; the same ones each time. */
export function worldOf(people: Account[], candidates: Candidates): ToldRequest[] {
  const told: ToldRequest[] = []
  // From the oldest on, as each choice sees the ones before it.
  for (let i = COUNT - 1; i >= 0; i--) {
    const story = STORIES[(i * 7) % STORIES.length] as Story
    const customer = people.find(({ email }) => email === CUSTOMERS[(i * 5) % CUSTOMERS.length]?.email) as Account
    const { category } = story
    const { priority } = categoryFacts(category)
    const filedAt = Date.now() - HOUR * ageOf(story, i)
    const toAssign = {
      requestId: v7({ msecs: filedAt }),
      category,
      priority,
      postcode: customer.premises?.postcode ?? "",
    }
    const assignment = candidatesAt(filedAt, candidates, told).assign(toAssign)
    // A request that no candidate is eligible for is still unassigned.
    const status = assignment ? statusAt(story, (Date.now() - filedAt) / HOUR, i) : "pending"
    told.push(tell({ story, status, customer, assignment, id: toAssign.requestId, filedAt: new Date(filedAt) }))
  }
  return told
}

/** In hours. Marcus alone answers complaints, and is away: nobody had to wait for him for long yet. */
function ageOf({ category }: Story, i: number): number {
  const age = 0.3 + i * 0.6 + i ** 2 / 8 + i ** 3 / 400
  return category === "complaint" ? Math.min(age, 0.5 + i / 16) : age
}

/** The candidates with the loads that they had at a moment (in milliseconds since 1970), as far as it has been told. */
function candidatesAt(at: number, { all, rules }: Candidates, told: readonly ToldRequest[]): Candidates {
  const loaded = all.map((candidate) => {
    const theirs = told.flatMap(({ request, openUntil }, turn) =>
      request.assigneeId === candidate.id
        ? [{ priority: request.priority, isOpen: openUntil > at, turn: turn + 1 }]
        : [],
    )
    const open = theirs.filter(({ isOpen }) => isOpen)
    return {
      ...candidate,
      open: open.length,
      weight: open.reduce((sum, { priority }) => sum + WEIGHTS[priority], 0),
      emergencies: open.filter(({ priority }) => priority === "emergency").length,
      turn: theirs.at(-1)?.turn ?? 0,
    }
  })
  return new Candidates(loaded, rules, at)
}
