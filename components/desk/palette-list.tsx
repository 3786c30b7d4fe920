"use client"

import { Command } from "cmdk"
import { useEffect, useState } from "react"
import { actsHere, categories, placesInRail } from "@/components/desk/palette-items"
import { deskAddress } from "@/components/desk/request-filter"
import { type Found, MOST, type SearchReach, useFound, usePeople } from "@/components/desk/use-found"

interface PaletteListProps {
  reach: SearchReach
  close: () => void
  typed: string
  setTyped: (typed: string) => void
}

/** What can be found and done from here, the more it fits what is typed the further up. */
export default function PaletteList({ reach, close, typed, setTyped }: PaletteListProps) {
  const [acts] = useState(actsHere)
  const [places] = useState(placesInRail)
  const { requests, customers, asks } = useFound(typed, reach)
  const people = usePeople(reach)
  const go = (href: string) => {
    close()
    location.assign(href)
  }
  const fits = (label: string) => wordsOf(typed).every((word) => label.toLowerCase().includes(word))
  // What is highlighted is known by its value, so no two may have the same.
  const links = (heading: string, found: readonly Found[]) =>
    found.map(({ href, label, beside }) => (
      <Command.Item key={href} value={`${heading} ${href}`} onSelect={() => go(href)}>
        <bdi>{label}</bdi>
        {beside ? <small>{beside}</small> : null}
      </Command.Item>
    ))
  const group = (heading: string, found: readonly Found[]) =>
    found.length > 0 ? <Command.Group heading={heading}>{links(heading, found)}</Command.Group> : null
  const actsShown = acts.map((it, at) => ({ ...it, id: `act ${at}` })).filter(({ label }) => fits(label))
  const placesShown = places.filter(({ label }) => fits(label))
  const categoriesShown = typed.trim() ? categories.filter(({ label }) => fits(label)) : []
  const peopleShown = typed.trim() ? people.filter(({ label }) => fits(label)) : []
  const shown = [actsShown, placesShown, categoriesShown, requests, customers, peopleShown]
  const count = shown.reduce((sum, { length }) => sum + length, 0)
  // Enter opens only what is shown, but for a whole reference, which means one thing.
  const [hurried, hurry] = useState<string>()
  const first = requests[0]?.href
  useEffect(() => {
    if (hurried !== typed || asks || !first) return
    close()
    location.assign(first)
  }, [hurried, typed, asks, first, close])
  return (
    <Command
      label="Find requests, customers, views and acts"
      shouldFilter={false}
      loop
      onKeyDown={({ key }) => {
        if (key === "Enter" && asks && count === 0 && WHOLE.test(typed)) hurry(typed)
      }}
    >
      <Command.Input
        maxLength={100}
        placeholder="Name, phone, street, reference, view or act"
        autoFocus
        value={typed}
        onValueChange={setTyped}
        // It may take over from the field that was there first, with what was typed into that.
        onFocus={({ currentTarget: field }) => field.setSelectionRange(field.value.length, field.value.length)}
      />
      <Command.List label="Found">
        {count === 0 ? <p className="px-3 py-2">{asks ? "Searching…" : nothing(typed)}</p> : null}
        {actsShown.length > 0 ? (
          <Command.Group heading="This request">
            {actsShown.map(({ id, label, act }) => (
              <Command.Item
                key={id}
                value={id}
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
        {group("Views and pages", placesShown)}
        {group("Categories", categoriesShown)}
        {group("Requests", [...requests, ...(requests.length < MOST ? [] : [inList(typed)])])}
        {group("Customers", customers)}
        {group("People", peopleShown)}
      </Command.List>
      <p role="status" className="sr-only">
        {typed ? statusOf(count, asks) : ""}
      </p>
    </Command>
  )
}

/** A whole reference, however it is written. */
const WHOLE = /^\s*gr[\s-]*\w{4}[\s-]*\w{4}\s*$/i

/** Where all of them are, of which some are found here. */
const inList = (typed: string): Found => ({
  href: deskAddress({ q: typed.trim() }),
  label: `All requests with “${typed.trim()}”`,
  beside: "",
})

const wordsOf = (typed: string): string[] => typed.toLowerCase().split(/\s+/).filter(Boolean)

const nothing = (typed: string) =>
  `Nothing matches “${typed.trim()}”. Try part of a name, phone number, street or reference.`

function statusOf(found: number, asks: boolean): string {
  if (asks) return "Searching"
  if (found === 0) return "Nothing found"
  return found === 1 ? "1 result" : `${found} results`
}
