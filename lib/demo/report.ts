import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import type { tell } from "./history"

type ToldRequest = ReturnType<typeof tell>

/** The oldest smell of gas, as somebody without an account would have reported it in passing. */
export function reportOne(world: readonly ToldRequest[]): void {
  const told = world.find(({ request }) => request.category === "gas_leak")
  if (!told) return
  const report = { contactPhone: "07700 900417", everyoneOutside: true, anyoneUnwell: false }
  Object.assign(told.request, report, { customerId: REPORTER.id, title: "Smell of gas", contactPreference: "phone" })
  for (const event of told.events)
    if (event.kind === "filed") Object.assign(event, { actorId: null, address: "203.0.113.7" })
}
