import { Heading } from "@/components/ui/heading"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { Muted } from "@/components/ui/muted"

interface Topic {
  icon: IconName
  title: string
  text: string
}

const TOPICS: Topic[] = [
  { icon: "flame", title: "No gas or low pressure", text: "Appliances do not light, or the flame is weak." },
  { icon: "gauge", title: "Meters", text: "Report a fault, send a reading or move a meter." },
  { icon: "plug-zap", title: "Connections", text: "Connect, disconnect or reconnect a supply." },
  { icon: "calendar-check", title: "Safety checks", text: "Book an engineer to check your appliances." },
  { icon: "wrench", title: "Installation and repair", text: "Install, maintain or repair an appliance." },
  { icon: "house", title: "Moving home", text: "Tell us when you move in or out." },
  { icon: "receipt", title: "Bills and complaints", text: "Query a bill or tell us what went wrong." },
  { icon: "message-circle-question-mark", title: "Something else", text: "Ask us and we will find the right person." },
]

export function Help() {
  return (
    <section aria-labelledby="help" className="space-y-6">
      <Heading size="page" id="help">
        What we can help with
      </Heading>
      <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {TOPICS.map(({ icon, title, text }) => (
          <li key={title} className="flex gap-4 lg:flex-col lg:gap-3">
            <span className="grid size-11 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
              <Icon name={icon} className="size-5.5" />
            </span>
            <div>
              <Heading level={3} size="item">
                {title}
              </Heading>
              <Muted>{text}</Muted>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
