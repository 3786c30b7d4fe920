import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { PANEL } from "@/components/ui/style"

const STEPS = [
  {
    title: "Tell us what is wrong",
    text: "A few plain questions. Add photos if they help.",
  },
  { title: "Get your reference", text: "At once. Somebody on our team is given your request and looks after it." },
  { title: "Follow every step", text: "See what we did and when, and what happens next, on your phone or computer." },
  { title: "Know when it is done", text: "And what was done about it. Nothing is closed behind your back." },
]

export function Steps() {
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
      <p>
        New here? <Link href="/register">Create an account</Link>. You need your address and, if you have it at hand,
        the MPRN from your bill.
      </p>
    </section>
  )
}
