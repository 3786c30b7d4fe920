import type { Metadata } from "next"
import { buttonStyle } from "@/components/ui/style"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { startPageOf } from "@/lib/identity/accounts/start-page"

export const metadata: Metadata = { title: "Page not found" }

/** Next sends it with every page, twice, in case that it is needed: it has as few elements and words of style as can be. */
export default async function NotFound() {
  const actor = await viewerIfKnown()
  return (
    <div className="instead">
      <small>404</small>
      <h1>Page not found</h1>
      <p>We cannot find this page, or you do not have access to it.</p>
      <p>If you typed the web address, check that it is correct. If you followed a link, it may be out of date.</p>
      <a href={actor ? startPageOf(actor) : "/"} className={buttonStyle()}>
        Go to {actor ? "your requests" : "the home page"}
      </a>
    </div>
  )
}
