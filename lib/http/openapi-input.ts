import { z } from "zod"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { EXAMPLE_ID, type Operation } from "@/lib/model/operation"
import { takesKey } from "./do-once"

/** Examples of what paths name. */
const IN_PATH: Record<string, unknown> = { size: "small", id: EXAMPLE_ID, day: "2026-12-25" }
const NUMBER_IN_PATH = 4711

const KeyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      "Makes it safe to repeat the call. Choose a new key, such as a random UUID, for each thing you want done, and repeat the call with the same key and body until you get an answer",
    )
    .meta({ param: { id: "IdempotencyKey" } }),
})

const OF_REQUEST = { id: z.string().describe("The ID of the request, or its reference, such as GR-7K3M-9Q2F") }

/** Uploads that are named here are told of in words: Swagger UI gives the fields of a list of texts no names. */
const FILES = {
  "multipart/form-data": {
    schema: {
      type: "object",
      properties: {
        files: { type: "array", items: { type: "string", format: "binary" }, maxItems: MAX_ATTACHMENTS },
      },
    },
  },
} as const

const MAIL = {
  "message/rfc822": {
    schema: { type: "string", format: "binary" },
    example: [
      "From: Amara Okafor <amara.okafor@example.com>",
      "To: replies+gr7k3m9q2f-abcdefghijklmnopqrstuvwxyz@utility.example",
      "Subject: Re: We need something from you: GR-7K3M-9Q2F",
      "Message-ID: <4f1c@example.com>",
      "",
      "I am at home on Thursday from 9 am.",
      "",
    ].join("\r\n"),
  },
} as const

const BODIES = { multipart: FILES, mail: MAIL }

/** The names that stand in the path of an operation. */
export const namesInPath = ({ path }: Pick<Operation, "path">): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)

/** What an operation takes in path, query, headers and body, with examples. */
export function inputOf(op: Operation) {
  const names = namesInPath(op)
  const part = (isWanted: (name: string) => boolean) =>
    z.object(Object.fromEntries(Object.entries(op.input.shape).filter(([name]) => isWanted(name))))
  const path = part((name) => names.includes(name)).extend(op.path.startsWith("/requests/{id}") ? OF_REQUEST : {})
  const rest = part((name) => !names.includes(name))
  const reads = op.method === "get" || op.method === "delete"
  const hasFields = Object.keys(rest.shape).length > 0
  const body = { "application/json": { schema: rest, ...(op.example && { example: op.example }) } }
  const content = op.body ? { ...BODIES[op.body], ...(op.orJson && body) } : !reads && hasFields ? body : undefined
  return {
    requestParams: {
      ...(names.length > 0 && { path: withExamples(path, pathExamples(op)) }),
      ...(reads && hasFields && { query: withExamples(rest, op.example ?? {}) }),
      ...(takesKey(op) && { header: KeyHeader }),
    },
    ...(content && { requestBody: { required: !isOptional(rest) || op.body !== undefined, content } }),
  }
}

/** Whether a body may be left out, or be empty. */
const isOptional = (rest: z.ZodObject) => rest.safeParse({}).success

/** What an example call names in its path. */
export const pathExamples = (op: Operation): Record<string, unknown> =>
  Object.fromEntries(
    namesInPath(op).map((name) => [
      name,
      op.input.shape[name]?.safeParse(NUMBER_IN_PATH).success ? NUMBER_IN_PATH : IN_PATH[name],
    ]),
  )

function withExamples(fields: z.ZodObject, examples: Record<string, unknown>): z.ZodObject {
  const shown = Object.entries(fields.shape as Record<string, z.ZodType>).map(([name, field]) => [
    name,
    examples[name] === undefined ? field : field.meta({ ...field.meta(), param: { example: examples[name] } }),
  ])
  return z.object(Object.fromEntries(shown))
}
