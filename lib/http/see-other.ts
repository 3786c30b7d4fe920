import { redirect } from "next/navigation"

/**
 * Redirects with 303 while a page is rendered. The page may answer a form sent without scripts: with Next's 307 the
 * browser would send the form again.
 */
export function seeOther(path: string): never {
  try {
    redirect(path)
  } catch (thrown) {
    if (thrown instanceof Error && "digest" in thrown && typeof thrown.digest === "string")
      thrown.digest = thrown.digest.replace(/;307;$/, ";303;")
    throw thrown
  }
}
