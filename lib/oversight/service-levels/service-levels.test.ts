import { describe, expect, test } from "vitest"
import { DEFAULT_LEVELS } from "./default-levels"
import { limitFor, planOf, ServiceLevels } from "./service-levels"

const levels: ServiceLevels = {
  ...DEFAULT_LEVELS,
  categories: { billing: { resolution: { minutes: 60 }, acknowledge: { hours: "always" } } },
}

describe("what is promised", () => {
  test("until somebody says otherwise keeps to its own contract", () => {
    expect(ServiceLevels.parse(DEFAULT_LEVELS)).toEqual(DEFAULT_LEVELS)
  })

  test("goes by priority, and by category where that says something else", () => {
    expect(limitFor(levels, { category: "billing", priority: "low" }, "resolution")).toEqual({
      minutes: 60,
      hours: "working",
    })
    expect(limitFor(levels, { category: "billing", priority: "low" }, "acknowledge")).toEqual({
      minutes: 600,
      hours: "always",
    })
    expect(limitFor(levels, { category: "other", priority: "low" }, "resolution")).toEqual(
      levels.priorities.low.resolution,
    )
  })

  test("for what was made more urgent than usual does not suffer from what its category says", () => {
    const raised = limitFor(levels, { category: "billing", priority: "emergency" }, "resolution")
    expect(raised).toEqual(levels.priorities.emergency.resolution)
  })
})

describe("a form of service levels", () => {
  test("says nothing of what was left empty", () => {
    const workingHours = { ...DEFAULT_LEVELS.workingHours, saturday: {} }
    const given = { ...DEFAULT_LEVELS, workingHours, categories: { billing: { resolution: {} }, repair: {} } }
    expect(ServiceLevels.parse(given)).toEqual({ ...DEFAULT_LEVELS, categories: {} })
  })

  test("names the day that has only half of its hours, and asks for one day at least", () => {
    const half = ServiceLevels.safeParse({ ...DEFAULT_LEVELS, workingHours: { monday: { startsAt: "08:00" } } })
    expect(half.error?.issues[0]?.path).toEqual(["workingHours", "monday", "endsAt"])
    expect(ServiceLevels.safeParse({ ...DEFAULT_LEVELS, workingHours: { monday: {} } }).success).toBe(false)
  })

  test("becomes a weekly plan", () => {
    expect(planOf(DEFAULT_LEVELS)).toHaveLength(5)
    expect(planOf(DEFAULT_LEVELS)[0]).toEqual({ weekday: 1, startsAt: "08:00", endsAt: "18:00" })
  })
})
