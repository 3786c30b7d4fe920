"use client"

import { type ReactNode, useRef, useState } from "react"
import { ActionBar } from "@/components/team/action-bar"
import { useDrop } from "@/components/team/use-drop"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { Option } from "@/components/ui/options"
import type { FormAction } from "@/lib/http/form-state"

interface BoardFormProps {
  action: FormAction
  /** Whom requests can be assigned to: those on this page of the board, or everybody. */
  people: readonly Option[]
  /** The board with everybody, for browsers without scripts; left out where everybody is there. */
  withEverybody?: string | undefined
  /** The requests to choose from. */
  children: ReactNode
}

/** The whole board is one form: tick requests wherever they stand, and say whose they are from now on. */
export function BoardForm({ action, people, withEverybody, children }: BoardFormProps) {
  const board = useRef<HTMLDivElement>(null)
  const [isUsed, setIsUsed] = useState(false)
  useDrop(board)
  return (
    <Form action={action} className="space-y-4" outcome={outcome}>
      {/* Where the summary of a form in which nothing is ticked leads to. */}
      <div ref={board} id="chosen" tabIndex={-1} onChange={() => setIsUsed(true)}>
        {children}
      </div>
      <ActionBar people={people} withEverybody={withEverybody} isUsed={isUsed} />
    </Form>
  )
}

/** Each request has a line; those that stay ticked come under names of their own. */
function outcome(result: Record<string, string>): ReactNode {
  const lines = (prefix: string) =>
    Object.entries(result).flatMap(([name, sentence]) =>
      name.startsWith(prefix) ? [{ id: name.slice(prefix.length), sentence }] : [],
    )
  const [given, kept] = [lines("given."), lines("kept.")]
  return (
    <div className="mb-6 space-y-4">
      {given.length > 0 ? (
        <Notice tone="success" title={given.length === 1 ? "1 request assigned" : `${given.length} requests assigned`}>
          <Sentences lines={given} />
        </Notice>
      ) : null}
      {kept.length > 0 ? (
        <Notice
          tone="danger"
          title={
            kept.length === 1 ? "1 request could not be assigned" : `${kept.length} requests could not be assigned`
          }
        >
          <Sentences lines={kept} />
          <p>Requests still listed below stay selected.</p>
        </Notice>
      ) : null}
    </div>
  )
}

const Sentences = ({ lines }: { lines: readonly { id: string; sentence: string }[] }) => (
  <ul>
    {lines.map(({ id, sentence }) => (
      <li key={id}>
        <Link href={`/desk/requests/${id}`}>{sentence}</Link>
      </li>
    ))}
  </ul>
)
