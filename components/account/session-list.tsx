import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import type { ListedSession } from "@/lib/identity/sessions/contract"

interface SessionListProps {
  action: FormAction
  sessions: readonly ListedSession[]
}

/** Each place in which somebody is signed in, with what tells it from the others. */
export function SessionList({ action, sessions }: SessionListProps) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4 sm:px-6"
          >
            <Facts session={session} />
            {session.current ? <Badge tone="success">This browser</Badge> : <End action={action} session={session} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Facts({ session: { device, address, createdAt, lastUsedAt } }: { session: ListedSession }) {
  return (
    <div className="min-w-0">
      <Heading size="item">{device}</Heading>
      <Muted small className="wrap-anywhere">
        From {address}
      </Muted>
      <Muted small>
        Signed in at <Time value={createdAt} />
      </Muted>
      <Muted small>
        Last used at <Time value={lastUsedAt} />
      </Muted>
    </div>
  )
}

function End({ action, session: { id, device, address } }: { action: FormAction; session: ListedSession }) {
  return (
    <Form action={action} prefix={`${id}-`} className="contents">
      <input type="hidden" name="id" value={id} />
      <Submit variant="secondary">
        Sign out
        <span className="sr-only">
          : {device}, {address}
        </span>
      </Submit>
    </Form>
  )
}
