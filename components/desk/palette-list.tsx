"use client"

import { Command } from "cmdk"
import { useState } from "react"
import { actsHere, placesInRail } from "@/components/desk/palette-items"
import { type Found, type SearchReach, useFound, usePeople } from "@/components/desk/use-found"

interface PaletteListProps {
  reach: SearchReach
  close: () => void
}

/** What can be found and done from here, the more it fits what is typed the further up. */
export function PaletteList({ reach, close }: PaletteListProps) {
  const [typed, setTyped] = useState("")
  const [acts] = useState(actsHere)
  const [places] = useState(placesInRail)
  const { requests, customers, asks } = useFound(typed, reach)
  const people = usePeople(reach)
  const go = (href: string) => {
    close()
    location.assign(href)
  }
  const links = (found: readonly Found[], isFound: boolean) =>
    found.map(({ href, label, beside }) => (
      <Command.Item key={href} value={`${label} ${href}`} forceMount={isFound} onSelect={() => go(href)}>
        <bdi>{label}</bdi>
        {beside ? <small>{beside}</small> : null}
      </Command.Item>
    ))
  return (
    <Command label="Find requests, customers, views and acts" loop>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        maxLength={100}
        placeholder="Name, phone, street, reference, view or act"
      />
      <Command.List label="Found">
        <Command.Empty>{asks ? "Searching…" : "Nothing found"}</Command.Empty>
        {requests.length > 0 ? (
          <Command.Group heading="Requests" forceMount>
            {links(requests, true)}
          </Command.Group>
        ) : null}
        {customers.length > 0 ? (
          <Command.Group heading="Customers" forceMount>
            {links(customers, true)}
          </Command.Group>
        ) : null}
        {acts.length > 0 ? (
          <Command.Group heading="This request">
            {acts.map(({ label, act }) => (
              <Command.Item
                key={label}
                value={label}
                onSelect={() => {
                  close()
                  act()
                }}
              >
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        <Command.Group heading="Views and pages">{links(places, false)}</Command.Group>
        {typed && people.length > 0 ? <Command.Group heading="People">{links(people, false)}</Command.Group> : null}
      </Command.List>
      <p role="status" className="sr-only">
        {typed ? statusOf(requests.length + customers.length, asks) : ""}
      </p>
    </Command>
  )
}

function statusOf(found: number, asks: boolean): string {
  if (asks) return "Searching"
  return found === 1 ? "1 request or customer found" : `${found} requests and customers found`
}
