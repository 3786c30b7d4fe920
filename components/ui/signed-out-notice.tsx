import type { LineNews } from "@/components/ui/live-line"
import { Notice } from "@/components/ui/notice"

/** Stays in sight while somebody scrolls to what they have typed. */
const SignedOutNotice = () => (
  <div role="alert" className="sticky top-0 z-10">
    <Notice tone="warning" title="You have been signed out">
      What you typed is still here.{" "}
      <a href="/sign-in" target="_blank" className="link" rel="noopener">
        Sign in in a new tab
      </a>
      , then send it from this one.
    </Notice>
  </div>
)

/** What is sent from here would be sent in their name. */
const SomeoneElseNotice = () => (
  <div role="alert" className="sticky top-0 z-10">
    <Notice tone="warning" title="Someone else has signed in in this browser">
      Copy what you need.
    </Notice>
  </div>
)

/** What stands above the page; nothing once the account is signed in again, and where the banner says it already. */
export function noticeFor({ over }: LineNews) {
  if (!over || document.querySelector(".emergency-banner")) return undefined
  return over === "someone else" ? SomeoneElseNotice : SignedOutNotice
}
