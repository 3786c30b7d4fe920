import { z } from "zod"
import { contract } from "@/lib/model/operation"
import { line } from "@/lib/model/text"

const Unsubscribed = z.object({ token: line("the link of an email", { max: 300 }) })

/** For the page that a link in an email leads to. */
export const unsubscriptionCheck = contract({
  access: "public",
  input: Unsubscribed,
  output: z.object({ about: z.string() }),
})

export const unsubscription = contract({ access: "public", input: Unsubscribed, output: z.void() })
