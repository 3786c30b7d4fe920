import { Notice } from "@/components/ui/notice"

const WORDS = {
  outdated: {
    title: "Send this again",
    text: "We updated this page after you opened it, so nothing has been sent. What you typed is still here. Enter any passwords and choose any files again, then send.",
  },
  "signed out": {
    title: "What you typed is still here",
    text: "You were signed out before it was saved. Check it, then save it. Enter any passwords and choose any files again.",
  },
}

/** Why a form was not taken: the app was replaced after its page was opened, or the session had ended. */
export const NotTaken = ({ because }: { because: keyof typeof WORDS }) => (
  <div className="mx-auto w-full max-w-page px-4 pt-8 sm:px-6">
    <Notice tone={because === "outdated" ? "danger" : "warning"} title={WORDS[because].title}>
      {WORDS[because].text}
    </Notice>
  </div>
)
