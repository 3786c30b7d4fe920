import { describe, expect, test } from "vitest"
import { readForm } from "@/lib/http/form-state"
import { fromStrings } from "@/lib/http/parse"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { TARGETS } from "@/lib/model/target"
import { DEFAULT_LEVELS } from "./default-levels"
import { durationText, readDuration } from "./duration-text"
import { LevelFields, levelsOf } from "./level-fields"
import { ServiceLevels, WEEKDAY_KEYS } from "./service-levels"

/** What a browser sends of the form that shows these levels, with some fields changed. */
function sent(levels: ServiceLevels, changes: Record<string, string> = {}) {
  const fields: Record<string, string> = { version: "1" }
  for (const priority of PRIORITIES)
    for (const target of TARGETS) {
      const { minutes, hours } = levels.priorities[priority][target]
      fields[`priorities.${priority}.${target}.time`] = durationText(minutes, hours)
      if (hours === "working") fields[`priorities.${priority}.${target}.working`] = "on"
    }
  for (const category of CATEGORY_IDS)
    for (const target of TARGETS) {
      const { minutes, hours } = levels.categories[category]?.[target] ?? {}
      fields[`categories.${category}.${target}.time`] = minutes ? durationText(minutes, hours ?? "working") : ""
      fields[`categories.${category}.${target}.hours`] = hours ?? ""
    }
  for (const day of WEEKDAY_KEYS)
    for (const end of ["startsAt", "endsAt"] as const)
      fields[`workingHours.${day}.${end}`] = levels.workingHours[day]?.[end] ?? ""
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changes })) data.set(name, value)
  return LevelFields.safeParse(fromStrings(LevelFields, readForm(data)))
}

const messages = (changes: Record<string, string>) =>
  Object.fromEntries(
    sent(DEFAULT_LEVELS, changes).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  )

describe("a duration", () => {
  test.each([
    ["4 h", 240],
    ["4h", 240],
    ["30 min", 30],
    ["1 h 30 min", 90],
    ["1 hour, 30 minutes", 90],
    ["1.5 hours", 90],
    ["2 d", 2880],
    ["2 days", 2880],
    ["1 d 12 h", 2160],
    [" 90 m ", 90],
  ])("is read from %s", (text, minutes) => {
    expect(readDuration(text)?.minutes).toBe(minutes)
  })

  test.each(["", "soon", "4", "h", "4 weeks", "4 h soon", "-4 h", "4 hx", "1 h x 2 min"])(
    "is not read from “%s”",
    (text) => {
      expect(readDuration(text)).toBeUndefined()
    },
  )

  test("is printed as it is read", () => {
    for (const hours of ["always", "working"] as const)
      for (const minutes of [1, 30, 59, 60, 90, 240, 600, 1440, 2160, 2880, 6001, 12_000, 129_600])
        expect(readDuration(durationText(minutes, hours))?.minutes).toBe(minutes)
    expect([durationText(2880, "always"), durationText(2880, "working")]).toEqual(["2 d", "48 h"])
  })
})

describe("the matrix of service levels", () => {
  test("that is sent as it is shown changes nothing", () => {
    const categories = { ...DEFAULT_LEVELS.categories, billing: { acknowledge: { hours: "always" as const } } }
    for (const levels of [DEFAULT_LEVELS, { ...DEFAULT_LEVELS, categories }]) {
      const { data } = sent(levels)
      expect(data && levelsOf(data)).toEqual(levels)
      expect(ServiceLevels.safeParse(data && levelsOf(data)).success).toBe(true)
    }
  })

  test("tells beside each field what is wrong with it", () => {
    const at = "priorities.high.resolution.time"
    expect(messages({ [at]: "soon" })).toEqual({ [at]: "Enter a time with its unit, like 4 h, 30 min or 2 d" })
    expect(messages({ [at]: "" })).toEqual({ [at]: "Enter a time with its unit, like 4 h, 30 min or 2 d" })
    expect(messages({ [at]: "0.1 min" })).toEqual({ [at]: "Enter whole minutes" })
    expect(messages({ [at]: "91 d" })).toEqual({ [at]: expect.stringContaining("90 days") })
    expect(messages({ "workingHours.monday.endsAt": "" })).toEqual({
      "workingHours.monday.endsAt": "Enter both times, or neither",
    })
  })

  test("has no days of working hours, which differ in length", () => {
    const refused = "Working days differ in length. Enter hours, like 20 h"
    expect(messages({ "priorities.low.resolution.time": "2 d" })).toEqual({ "priorities.low.resolution.time": refused })
    const at = "categories.billing.resolution"
    expect(messages({ [`${at}.time`]: "2 d" })).toEqual({ [`${at}.time`]: refused })
    expect(messages({ [`${at}.time`]: "2 d", [`${at}.hours`]: "always" })).toEqual({})
  })
})
