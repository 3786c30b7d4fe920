import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Status } from "@/lib/model/status"
import { TARGETS, type Target } from "@/lib/model/target"
import { momentOf } from "@/lib/platform/calendar/local-time"
import { begin, type Clock, follow, type Happening, runTo } from "./clock"
import { readClock, untilDue } from "./clock-state"
import { DEFAULT_LEVELS } from "./default-levels"
import { planOf, type TimeLimit } from "./service-levels"
import { countedIn, durationOf, type Hold, isCounted } from "./time-segments"
import { type Calendar, ROUND_THE_CLOCK, workingTime } from "./working-calendar"

const ZONE = "Europe/London"
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (day: string, time: string) => momentOf(day, time, ZONE)

/** Clocks go forward on 29 March 2026 and back on 25 October. Work goes on around both nights. */
const ODD_PLAN = [
  ...planOf(DEFAULT_LEVELS),
  { weekday: 6, startsAt: "20:30", endsAt: "04:15" },
  { weekday: 7, startsAt: "00:30", endsAt: "02:45" },
]
const HOLIDAYS = new Set(["2026-03-27", "2026-03-28", "2026-04-03", "2026-10-24", "2026-10-26", "2026-12-25"])
const odd = workingTime(ODD_PLAN, ZONE, HOLIDAYS)
const usual = workingTime(planOf(DEFAULT_LEVELS), ZONE, new Set())

const moved = (moment: number, to: Status, more: Happening["data"] = {}): Happening => ({
  at: moment,
  kind: "moved",
  data: { to, ...more },
})

const clockOf = (
  target: Target,
  filedAt: number,
  events: readonly Happening[],
  calendar: Calendar,
  hold?: Hold,
): Clock => events.reduce((clock, event) => follow(clock, event, calendar), begin(target, filedAt, hold))

describe("a clock", () => {
  const filed = at("2026-06-01", "09:00")
  const limit: TimeLimit = { minutes: 600, hours: "working" }
  const readAt = (target: Target, events: readonly Happening[], now: number) =>
    readClock(clockOf(target, filed, events, usual), limit, usual, now)

  test("is due when the working hours it has are used up", () => {
    expect(readAt("resolution", [], filed).dueAt).toBe(at("2026-06-02", "09:00"))
    expect(readAt("resolution", [], filed).warnAt).toBe(at("2026-06-01", "16:30"))
    const friday = begin("resolution", at("2026-06-05", "17:00"))
    expect(readClock(friday, limit, usual, friday.at).dueAt).toBe(at("2026-06-08", "17:00"))
  })

  test("of acknowledgement stops when staff say that they have it, or start", () => {
    const acknowledged: Happening = { at: filed + HOUR, kind: "acknowledged", data: {} }
    for (const event of [acknowledged, moved(filed + HOUR, "in_progress")])
      expect(readAt("acknowledge", [event], filed + 5 * HOUR)).toMatchObject({ state: "met", metAt: filed + HOUR })
  })

  test("of the first response needs a word to the customer, or the end", () => {
    const started = moved(filed + HOUR, "in_progress")
    expect(readAt("first_response", [started], filed + 2 * HOUR).state).toBe("running")
    const told = moved(filed + 3 * HOUR, "on_hold", { note: "Please ring us." })
    expect(readAt("first_response", [started, told], filed + 5 * HOUR).metAt).toBe(filed + 3 * HOUR)
    const written: Happening = { at: filed + 2 * HOUR, kind: "messaged", data: {} }
    expect(readAt("first_response", [started, written], filed + 5 * HOUR).metAt).toBe(filed + 2 * HOUR)
    expect(readAt("resolution", [started, written], filed + 5 * HOUR).state).toBe("running")
    const settled = moved(filed + 4 * HOUR, "resolved")
    expect(readAt("first_response", [started, settled], filed + 5 * HOUR).metAt).toBe(filed + 4 * HOUR)
  })

  test("pauses while the customer is waited for, and not while the utility waits for itself", () => {
    const held = (waitingFor?: "customer" | "utility") => [
      moved(filed + HOUR, "in_progress"),
      moved(filed + 2 * HOUR, "on_hold", { waitingFor }),
    ]
    const now = filed + 6 * HOUR
    expect(readAt("resolution", held(), now)).toMatchObject({ state: "paused", dueAt: null, used: 2 * HOUR })
    expect(readAt("resolution", held("customer"), now).state).toBe("paused")
    expect(readAt("resolution", held("utility"), now)).toMatchObject({ state: "running", used: 6 * HOUR })
    const resumed = [...held(), moved(now, "in_progress")]
    expect(readAt("resolution", resumed, now).dueAt).toBe(at("2026-06-02", "13:00"))
  })

  test.each(["confirmed", "reassigned", "acknowledged"] as const)(
    "begins once the request is %s that waited for its customer's address",
    (kind) => {
      const events: Happening[] = [{ at: filed + 3 * HOUR, kind, data: {} }]
      const clock = (story: Happening[], now: number) =>
        readClock(clockOf("resolution", filed, story, usual, "unconfirmed"), limit, usual, now)
      expect(clock([], filed + 9 * HOUR)).toMatchObject({ state: "paused", dueAt: null, used: 0 })
      expect(clock(events, filed + 9 * HOUR)).toMatchObject({ state: "running", used: 6 * HOUR })
    },
  )

  test("that is on hold for the customer is not set going by a confirmed address, nor by handing the request over", () => {
    for (const kind of ["confirmed", "reassigned"] as const) {
      const events: Happening[] = [moved(filed + HOUR, "on_hold"), { at: filed + 2 * HOUR, kind, data: {} }]
      expect(readAt("resolution", events, filed + 9 * HOUR)).toMatchObject({ state: "paused", used: HOUR })
    }
  })

  test("goes on where it stopped when what was resolved is reopened", () => {
    const events = [
      moved(filed, "in_progress"),
      moved(filed + HOUR, "resolved"),
      moved(filed + 3 * HOUR, "in_progress", { note: "It is back." }),
    ]
    expect(readAt("resolution", events.slice(0, 2), filed + 50 * HOUR)).toMatchObject({ state: "met", used: HOUR })
    const reopened = readAt("resolution", events, filed + 4 * HOUR)
    expect(reopened).toMatchObject({ state: "running", used: 2 * HOUR, metAt: null })
    expect(reopened.segments.map(({ why }) => why)).toEqual(["working_hours", "settled", "working_hours"])
  })

  test("stays late once it was late, whatever happens after", () => {
    const late = readAt(
      "resolution",
      [moved(filed, "in_progress"), moved(filed + 48 * HOUR, "resolved")],
      filed + 72 * HOUR,
    )
    expect(late).toMatchObject({ state: "breached", metAt: filed + 48 * HOUR, dueAt: at("2026-06-02", "09:00") })
    expect(late.remaining).toBeLessThan(0)
  })

  test("says holiday of the hours that a holiday takes, and of no others", () => {
    const calendar = workingTime(planOf(DEFAULT_LEVELS), ZONE, new Set(["2026-12-25"]))
    expect(calendar.between(at("2026-12-24", "17:00"), at("2026-12-28", "09:00"))).toEqual([
      { from: at("2026-12-24", "17:00"), until: at("2026-12-24", "18:00"), why: "working_hours" },
      { from: at("2026-12-24", "18:00"), until: at("2026-12-25", "08:00"), why: "outside_hours" },
      { from: at("2026-12-25", "08:00"), until: at("2026-12-25", "18:00"), why: "holiday" },
      { from: at("2026-12-25", "18:00"), until: at("2026-12-28", "08:00"), why: "outside_hours" },
      { from: at("2026-12-28", "08:00"), until: at("2026-12-28", "09:00"), why: "working_hours" },
    ])
  })

  test.each([
    ["forward", "2026-03-29", 6.75 * HOUR],
    ["back", "2026-10-25", 8.75 * HOUR],
  ])("counts the hours of a night in which clocks go %s as long as they are", (_, sunday, length) => {
    const night = workingTime([{ weekday: 6, startsAt: "20:30", endsAt: "04:15" }], ZONE, new Set())
    const saturday = new Date(Date.parse(sunday) - 24 * HOUR).toISOString().slice(0, 10)
    expect(countedIn(night.between(at(saturday, "12:00"), at(sunday, "12:00")))).toBe(length)
  })

  test("that can never run out has no due time", () => {
    const never = workingTime([], ZONE, new Set())
    expect(readClock(begin("resolution", filed), limit, never, filed)).toMatchObject({ dueAt: null, state: "running" })
  })
})

/** Around both changes of the clock, holidays and all. */
const moments = fc.oneof(
  fc.integer({ min: at("2026-03-20", "00:00"), max: at("2026-04-10", "00:00") }),
  fc.integer({ min: at("2026-10-16", "00:00"), max: at("2026-11-05", "00:00") }),
)

const WAYS: readonly [Status, Happening["data"]][] = [
  ["in_progress", {}],
  ["in_progress", { note: "We are coming." }],
  ["on_hold", {}],
  ["on_hold", { waitingFor: "customer" }],
  ["on_hold", { waitingFor: "utility" }],
  ["resolved", {}],
  ["closed", {}],
]

/** A story of moves, each some time after the one before; some within one and the same minute. */
const stories = fc.record({
  filedAt: moments,
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * HOUR }), fc.constantFrom(...WAYS)), { maxLength: 8 }),
  rest: fc.integer({ min: 0, max: 200 * HOUR }),
  target: fc.constantFrom(...TARGETS),
  calendar: fc.constantFrom(odd, usual, ROUND_THE_CLOCK),
  minutes: fc.integer({ min: 1, max: 6000 }),
})

type Story = typeof stories extends fc.Arbitrary<infer S> ? S : never

function tell({ filedAt, steps, rest }: Story) {
  let moment = filedAt
  const events = steps.map(([pause, [to, data]]) => {
    moment += pause
    return moved(moment, to, data)
  })
  return { events, now: moment + rest }
}

const limitOf = ({ minutes }: Story): TimeLimit => ({ minutes, hours: "working" })

/** Long and dull: asks of each minute whether it counts. */
function minutesCounted({ target, filedAt, calendar }: Story, events: readonly Happening[], now: number): number {
  let sum = 0
  for (let minute = filedAt; minute < now; minute += MINUTE) {
    const before = events.filter((event) => event.at <= minute)
    const clock = clockOf(target, filedAt, before, calendar)
    if (clock.metAt !== undefined || clock.hold) continue
    if (calendar.between(minute, minute + 1).every(isCounted)) sum += MINUTE
  }
  return sum
}

describe("whatever happens to a request,", () => {
  test("a clock that goes on from where it was equals one that starts anew", () => {
    fc.assert(
      fc.property(stories, fc.array(fc.nat(100 * HOUR), { maxLength: 10 }), (story, looks) => {
        const { events, now } = tell(story)
        const { target, filedAt, calendar } = story
        const anew = clockOf(target, filedAt, events, calendar)
        // Looked at now and then, at any moment up to the next event.
        const watched = events.reduce(
          (clock, event, i) => {
            const look = Math.min(event.at, clock.at + (looks[i] ?? 0))
            return follow(runTo(clock, look, calendar), event, calendar)
          },
          begin(target, filedAt),
        )
        expect(watched).toEqual(anew)
        expect(
          readClock(
            runTo(watched, watched.at + (looks.at(-1) ?? 0), calendar),
            limitOf(story),
            calendar,
            now + 100 * HOUR,
          ),
        ).toEqual(readClock(anew, limitOf(story), calendar, now + 100 * HOUR))
      }),
    )
  })

  test("the segments follow on each other and sum to the time that has gone by", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { events, now } = tell(story)
        const { target, filedAt, calendar } = story
        const { segments, used, metAt } = readClock(
          clockOf(target, filedAt, events, calendar),
          limitOf(story),
          calendar,
          now,
        )
        let end = filedAt
        for (const segment of segments) {
          expect(segment.from).toBe(end)
          end = segment.until
        }
        expect(end).toBe(metAt ?? now)
        expect(segments.reduce((sum, segment) => sum + durationOf(segment), 0)).toBe((metAt ?? now) - filedAt)
        expect(segments.filter(isCounted).reduce((sum, segment) => sum + durationOf(segment), 0)).toBe(used)
        for (const [i, segment] of segments.entries()) expect(segment.why).not.toBe(segments[i + 1]?.why)
      }),
    )
  })

  test("what is used is what one would count minute by minute", () => {
    const whole = (moment: number) => Math.floor(moment / MINUTE) * MINUTE
    fc.assert(
      fc.property(stories, (given) => {
        const story = {
          ...given,
          filedAt: whole(given.filedAt),
          steps: given.steps
            .slice(0, 4)
            .map(([pause, way]): [number, (typeof WAYS)[number]] => [whole(pause / 4), way]),
          rest: whole(given.rest / 8),
        }
        const { events, now } = tell(story)
        const clock = clockOf(story.target, story.filedAt, events, story.calendar)
        const { used } = readClock(clock, limitOf(story), story.calendar, now)
        expect(used).toBe(minutesCounted(story, events, now))
      }),
      { numRuns: 25 },
    )
  })

  test("it is late from the moment it is due, and not a moment before", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { calendar, target, filedAt } = story
        const clock = clockOf(target, filedAt, tell(story).events, calendar)
        const { dueAt, warnAt, state, metAt } = readClock(clock, limitOf(story), calendar, clock.at)
        if (dueAt === null || metAt !== null || state === "breached") return
        const stateAt = (moment: number) => readClock(clock, limitOf(story), calendar, moment).state
        expect(warnAt).toBeLessThanOrEqual(dueAt)
        expect(stateAt(dueAt - 1)).toBe("running")
        expect(stateAt(dueAt)).toBe("breached")
        expect(readClock(clock, limitOf(story), calendar, dueAt + 500 * HOUR).dueAt).toBe(dueAt)
      }),
    )
  })

  test("up to the moment it is due, the segments that count sum to all the time there is", () => {
    fc.assert(
      fc.property(stories, fc.nat(200 * HOUR), (story, later) => {
        const { calendar, target, filedAt, minutes } = story
        const clock = clockOf(target, filedAt, tell(story).events, calendar)
        const now = clock.at + later
        const reading = readClock(clock, limitOf(story), calendar, now)
        const segments = untilDue(reading, calendar)
        if (reading.state !== "running" || reading.dueAt === null) {
          expect(segments).toBe(reading.segments)
          return
        }
        expect(countedIn(segments)).toBe(minutes * MINUTE)
        expect(segments.at(-1)?.until).toBe(reading.dueAt)
        for (const [i, { from }] of segments.entries()) expect(from).toBe(segments[i - 1]?.until ?? filedAt)
      }),
    )
  })

  test("a pause for the customer makes nothing due earlier, nor does a longer one", () => {
    fc.assert(
      fc.property(stories, fc.nat(60 * HOUR), fc.nat(60 * HOUR), (story, shorter, more) => {
        const { calendar, filedAt } = story
        const dueAfter = (pause: number) => {
          const begun = [moved(filedAt, "in_progress"), moved(filedAt + HOUR, "on_hold")]
          const clock = clockOf(
            "resolution",
            filedAt,
            [...begun, moved(filedAt + HOUR + pause, "in_progress")],
            calendar,
          )
          return readClock(clock, limitOf(story), calendar, clock.at).dueAt ?? Number.POSITIVE_INFINITY
        }
        expect(dueAfter(shorter)).toBeGreaterThanOrEqual(dueAfter(0))
        expect(dueAfter(shorter + more)).toBeGreaterThanOrEqual(dueAfter(shorter))
      }),
    )
  })

  test("a calendar covers what it is asked for, and the same when it is asked in parts", () => {
    fc.assert(
      fc.property(
        moments,
        fc.nat(60 * 24 * HOUR),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, length, share) => {
          const [middle, until] = [from + Math.floor(length * share), from + length]
          const sum = (one: number, two: number) => countedIn(odd.between(one, two))
          expect(sum(from, middle) + sum(middle, until)).toBe(sum(from, until))
          const spans = odd.between(from, until)
          expect(spans.reduce((total, segment) => total + durationOf(segment), 0)).toBe(length)
        },
      ),
    )
  })
})
