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
  const fits = (label: string) => wordsOf(typed).every((word) => label.toLowerCase().includes(word))
  const links = (found: readonly Found[]) =>
    found.map(({ href, label, beside }) => (
      <Command.Item key={href} value={href} onSelect={() => go(href)}>
        <bdi>{label}</bdi>
        {beside ? <small>{beside}</small> : null}
      </Command.Item>
    ))
  const group = (heading: string, found: readonly Found[]) =>
    found.length > 0 ? <Command.Group heading={heading}>{links(found)}</Command.Group> : null
  const actsShown = acts.filter(({ label }) => fits(label))
  return (
    <Command label="Find requests, customers, views and acts" shouldFilter={false} loop>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        maxLength={100}
        placeholder="Name, phone, street, reference, view or act"
      />
      <Command.List label="Found">
        <Command.Empty>{asks ? "Searching…" : "Nothing found"}</Command.Empty>
        {actsShown.length > 0 ? (
          <Command.Group heading="This request">
            {actsShown.map(({ label, act }) => (
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
        {group(
          "Views and pages",
          places.filter(({ label }) => fits(label)),
        )}
        {group("Requests", requests)}
        {group("Customers", customers)}
        {typed
          ? group(
              "People",
              people.filter(({ label }) => fits(label)),
            )
          : null}
      </Command.List>
      <p role="status" className="sr-only">
        {typed ? statusOf(requests.length + customers.length, asks) : ""}
      </p>
    </Command>
  )
}

const wordsOf = (typed: string): string[] => typed.toLowerCase().split(/\s+/).filter(Boolean)

function statusOf(found: number, asks: boolean): string {
  if (asks) return "Searching"
  return found === 1 ? "1 request or customer found" : `${found} requests and customers found`
}
