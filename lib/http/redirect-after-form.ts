import { redirect } from "next/navigation"

/**
 * Leads elsewhere while a page is made. The page may be the answer to a form sent without scripts: with Next's 307
 * the browser would send that form again, to a page that does not know it; with 303 it goes there and looks.
 */
export function goTo(path: string): never {
  try {
    redirect(path)
  } catch (thrown) {
    if (thrown instanceof Error && "digest" in thrown && typeof thrown.digest === "string")
      thrown.digest = thrown.digest.replace(/;307;$/, ";303;")
    throw thrown
  }
}
