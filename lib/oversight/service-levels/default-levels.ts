import type { ServiceLevels, TimeLimit } from "./service-levels"

const DAY = { startsAt: "08:00", endsAt: "18:00" }

const always = (minutes: number): TimeLimit => ({ minutes, hours: "always" })

const working = (minutes: number): TimeLimit => ({ minutes, hours: "working" })

/** Service levels until an administrator changes them. A working day has ten hours. */
export const DEFAULT_LEVELS: ServiceLevels = {
  workingHours: { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY },
  priorities: {
    emergency: { acknowledge: always(1), first_response: always(15), resolution: always(240) },
    high: { acknowledge: always(60), first_response: always(240), resolution: always(1440) },
    normal: { acknowledge: working(240), first_response: working(600), resolution: working(1800) },
    low: { acknowledge: working(600), first_response: working(1200), resolution: working(6000) },
  },
  categories: {
    new_connection: { resolution: { minutes: 12_000 } },
    disconnection: { resolution: { minutes: 6000 } },
    installation: { resolution: { minutes: 12_000 } },
    complaint: { resolution: { minutes: 6000 } },
  },
}
