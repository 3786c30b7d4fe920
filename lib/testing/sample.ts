import { z } from "zod"
import { PASSWORD } from "./people"

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** Values for fields that need more than the right form; a list offers several. */
const BY_NAME: Record<string, unknown> = {
  password: PASSWORD,
  currentPassword: PASSWORD,
  newPassword: `${PASSWORD} staple`,
  to: "in_progress",
  reach: "customers",
  version: 1,
  chosen: "019f0000-0000-7000-8000-000000000000.1",
  answer: "019f0000-0000-7000-8000-000000000000.1.true",
  levels: { gas_leak: 3 },
  mediaType: "image/jpeg",
  time: "4 h",
  subject: "About {reference}",
  body: "It is about {reference}. In danger, call {emergency_phone}.",
  timeZone: "Europe/London",
  quietFrom: "22:00",
  endpoint: "https://updates.push.services.mozilla.com/wpush/v2/sample",
  publicKey: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
  authSecret: "tBHItJI5svbpez7KI4CCXg",
  from: [inDays(20), inDays(20).slice(0, 16)],
  until: [inDays(30), inDays(30).slice(0, 16)],
}

/** One of these fits any field that is no object, list or choice. A new kind of field may need one more. */
const VALUES = [
  "Something that a person typed",
  "somebody-else@example.test",
  "0113 496 0000",
  "LS1 4AB",
  "1234567",
  "123456",
  "E6S-22110",
  "019f0000-0000-7000-8000-000000000000",
  "2026-01-02",
  "08:30",
  "2026-01-02T03:04:05Z",
  "2026-01-02T03:04:05.000Z",
  "https://example.test/",
  "en",
  true,
  1,
  20,
  100,
  null,
]

/** A value that a contract accepts, made of nothing but the contract. Optional fields are given, too. */
export function sampleOf(schema: unknown, name = "it"): unknown {
  if (!(schema instanceof z.ZodType)) throw new Error(`${name} has no schema.`)
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) return sampleOfObject(inner)
  if (inner instanceof z.ZodArray) return [sampleOf(inner.element, name)]
  if (inner instanceof z.ZodRecord) return sampleOfRecord(inner)
  const options = inner instanceof z.ZodEnum ? inner.options : []
  const fitting = [BY_NAME[name], ...options, ...VALUES]
    .flat()
    .find((it) => it !== undefined && schema.safeParse(it).success)
  if (fitting !== undefined) return fitting
  if (schema.safeParse(undefined).success) return undefined
  throw new Error(`No value is known that “${name}” accepts: add one to lib/testing/sample.ts.`)
}

/** Of optional fields that do not go with the others, none is given. */
function sampleOfObject(schema: z.ZodObject): Record<string, unknown> {
  const fields = Object.entries(schema.shape).map(([key, field]): [string, unknown] => [key, sampleOf(field, key)])
  return withoutOdd(schema, Object.fromEntries(fields))
}

/** One left out may leave another without what it goes with. */
function withoutOdd(schema: z.ZodObject, sample: Record<string, unknown>): Record<string, unknown> {
  const issues = schema.safeParse(sample).error?.issues ?? []
  const odd = issues.filter(({ code }) => code === "custom").map(({ path: [name] }) => String(name))
  const left = Object.entries(sample).filter(
    ([key]) => !(odd.includes(key) && schema.shape[key]?.safeParse(undefined).success),
  )
  const isSame = left.length === Object.keys(sample).length
  return isSame ? sample : withoutOdd(schema, Object.fromEntries(left))
}

/** With one entry if that will do, else with all there can be. */
function sampleOfRecord(schema: z.ZodRecord): Record<string, unknown> {
  const names = schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : ["it"]
  const entries = names.map((name): [string, unknown] => [name, sampleOf(schema.valueType, name)])
  const short = Object.fromEntries(entries.slice(0, 1))
  return schema.safeParse(short).success ? short : Object.fromEntries(entries)
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap())
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema
}

type Path = (string | number)[]

/** The way to each value inside a value, containers included. */
export function waysInto(value: unknown, way: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined) return []
    const further = [...way, Array.isArray(value) ? Number(key) : key]
    return [further, ...waysInto(inner, further)]
  })
}

/** A copy with one value inside replaced. */
export function withChanged(value: unknown, [key, ...rest]: Path, changed: unknown): unknown {
  if (key === undefined) return changed
  if (Array.isArray(value)) return value.map((inner, at) => (at === key ? withChanged(inner, rest, changed) : inner))
  const fields = value as Record<string, unknown>
  return { ...fields, [key]: withChanged(fields[key], rest, changed) }
}
