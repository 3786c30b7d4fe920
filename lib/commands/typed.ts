import type { z } from "zod"
import { parse } from "@/lib/http/parse"
import { Misuse } from "./command"
import { reasonOf } from "./reason-of"

/**
 * Command-line values parsed by a contract of the app.
 * @throws Misuse that says what is wrong.
 */
export function typed<S extends z.ZodObject>(schema: S, values: unknown): z.output<S> {
  try {
    return parse(schema, values)
  } catch (thrown) {
    throw new Misuse(`${reasonOf(thrown)}.`)
  }
}
