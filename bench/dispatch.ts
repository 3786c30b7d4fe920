import { parseArgs } from "node:util"
import type { Priority } from "@/lib/model/category"
import { STRATEGY_NAMES } from "@/lib/model/strategy"
import { type Played, play } from "./dispatch/play"
import { HOUR, MINUTE, pooled, type World, worldOf } from "./dispatch/world"

/**
 * `npm run bench:dispatch -- --requests 10000 --people 60 --seed 1`: one made-up day, with skewed skills, shifts,
 * absences and a storm of leaks at 18:00, through each strategy. The bound is a pool: the same people could do
 * everything everywhere, and took the most urgent, then oldest, whenever they are free.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "10000" },
    people: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
  },
})
const size = { requests: Number(values.requests), people: Number(values.people), seed: Number(values.seed) }

/** Work has to have begun within so long. */
const WITHIN: Record<Priority, number> = {
  emergency: 5 * MINUTE,
  high: 10 * MINUTE,
  normal: 20 * MINUTE,
  low: 30 * MINUTE,
}

const world = worldOf(size)
const bound = play(pooled(world), "skilled", size.seed)
const days = new Map(STRATEGY_NAMES.map((name) => [name, play(world, name, size.seed)]))

console.log(
  `${size.requests} requests, ${size.people} people, seed ${size.seed}; minutes of waiting from filing to start:`,
)
const table: Record<string, object> = {}
for (const [name, day] of days) table[name] = row(world, day)
table["bound (pool)"] = row(world, bound)
console.table(table)

const [skilled, random] = [days.get("skilled"), days.get("random")]
if (!skilled || !random) throw new Error("A strategy was not played.")
const [breaches, others] = [breachesOf(world, skilled), breachesOf(world, random)]
const overBound = mean(waitsOf(world, skilled)) / mean(waitsOf(world, bound)) - 1
console.log(`skilled: ${(breaches / others).toFixed(2)} of random's breaches (to stay at or under 0.33),`)
console.log(`         mean wait ${(100 * overBound).toFixed(1)} % over the bound (to stay within 15 %)`)
process.exitCode = breaches * 3 <= others && overBound <= 0.15 ? 0 : 1

function row(world: World, day: Played) {
  const waits = waitsOf(world, day)
  return {
    "mean wait": minutes(mean(waits)),
    "p95 wait": minutes(percentile(waits, 0.95)),
    breaches: breachesOf(world, day),
    "never begun": world.tasks.length - day.waits.size,
    "p95 emergency acknowledged, s": Math.round(percentile(day.acknowledged, 0.95) / 1000),
    "load spread (Gini)": Number(gini(day.worked).toFixed(3)),
  }
}

/** Requests that were never begun count as waiting to the end of the day. */
function waitsOf({ tasks }: World, { waits }: Played): number[] {
  return tasks.map(({ id, at }) => waits.get(id) ?? 24 * HOUR - at)
}

/** The number of requests that were begun too late, or never. */
function breachesOf({ tasks }: World, { waits }: Played): number {
  return tasks.filter(({ id, priority }) => (waits.get(id) ?? Number.POSITIVE_INFINITY) > WITHIN[priority]).length
}

/** 0 when all worked equally long, near 1 when one did everything. */
function gini(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  const ranked = sorted.reduce((sum, value, i) => sum + (i + 1) * value, 0)
  return (2 * ranked) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

function minutes(milliseconds: number): number {
  return Number((milliseconds / MINUTE).toFixed(2))
}
