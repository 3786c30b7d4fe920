import type { z } from "zod"
import { fromStrings } from "./parse"

type Raw = Record<string, string | string[] | undefined>

/** First what is wrong by itself, then what does not go with the rest. */
const TURNS = 3

/**
 * What an address asks a list for, without what the list's contract refuses: a page with an old or mistyped address shows
 * the list all the same, and says what of it was not used.
 */
export function understood(schema: z.ZodObject, raw: Raw): { wanted: Raw; unused: string[] } {
  const wanted = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value !== ""))
  const unused = new Set<string>()
  for (let turn = 0; turn < TURNS; turn++) {
    const issues = schema.safeParse(fromStrings(schema, wanted)).error?.issues ?? []
    const wrong = issues.filter(({ code }) => code !== "custom")
    for (const { path } of wrong.length > 0 ? wrong : issues) {
      const name = String(path[0])
      delete wanted[name]
      unused.add(name)
    }
  }
  return { wanted, unused: [...unused] }
}
