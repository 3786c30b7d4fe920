import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { PANEL } from "@/components/ui/style"

const STEPS = [
  {
    title: "Tell us what is wrong",
    text: "Answer a few simple questions. Add photos if they help.",
  },
  { title: "Get your reference", text: "You get it immediately, and we assign your request to someone on our team." },
  { title: "Follow progress", text: "See what we have done and what happens next, on your phone or computer." },
  { title: "Know when it is resolved", text: "We tell you what we did before we close your request." },
]

interface StepsProps {
  /** Nobody is signed in. */
  isNew: boolean
}

export function Steps({ isNew }: StepsProps) {
  return (
    <section aria-labelledby="steps" className={`${PANEL} space-y-8 p-6 sm:p-10`}>
      <Heading size="page" id="steps">
        How it works
      </Heading>
      <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map(({ title, text }, index) => (
          <li key={title} className="space-y-2 border-t-3 border-accent pt-4">
            <p aria-hidden className="font-semibold text-accent tabular-nums">
              {index + 1}
            </p>
            <Heading level={3} size="card">
              {title}
            </Heading>
            <Muted>{text}</Muted>
          </li>
        ))}
      </ol>
      {isNew ? (
        <p>
          New here? <Link href="/register">Create an account</Link>. You need your address and, if you have it, the MPRN
          from your gas bill.
        </p>
      ) : null}
    </section>
  )
}
