"use client"

import { failuresIn } from "@/components/ui/page-failures"

/** A page as the server makes it now, or why it cannot be. */
export type AskedPage =
  | { how: "now"; answer: Response }
  /** The server cannot be asked, or cannot make the page. */
  | { how: "away" }
  /** It is not there any more for its viewer. */
  | { how: "gone"; answer: Response }
  /** Nobody is signed in any more, or somebody else. */
  | { how: "over" }

/** Asks for the page that is shown, as the router does, and reads the whole answer before anything is done with it. */
export async function askPage(): Promise<AskedPage> {
  const address = new URL(location.href)
  // The router marks what it asks for, by a hash of headers, of which this sends none.
  address.search += address.search ? "&_rsc" : "?_rsc"
  try {
    const answer = await fetch(address, {
      headers: { rsc: "1" },
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
    })
    if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/x-component")) return { how: "away" }
    const content = await answer.clone().arrayBuffer()
    const how = howAfter(failuresIn(content))
    if (how === "away" || how === "over" || !isForViewer(content)) return { how: how === "away" ? how : "over" }
    return { how, answer }
  } catch {
    return { how: "away" }
  }
}

const REDIRECT = "NEXT_REDIRECT;"

/** Only the session's end leads to the page to sign in. Of what failed in other ways nobody knows whether it is there. */
function howAfter(failures: readonly string[]): AskedPage["how"] {
  if (failures.some((it) => it.startsWith(REDIRECT) && it.split(";")[2]?.startsWith("/sign-in"))) return "over"
  if (failures.some((it) => !it.startsWith(REDIRECT) && !it.endsWith(";404"))) return "away"
  return failures.length > 0 ? "gone" : "now"
}

/** Whether the page was made for the account that it was made for before. */
function isForViewer(content: ArrayBuffer): boolean {
  const { account } = document.documentElement.dataset
  return account === undefined || new TextDecoder().decode(content).includes(`"data-account":"${account}"`)
}
