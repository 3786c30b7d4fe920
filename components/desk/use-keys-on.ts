"use client"

import { keptChoice, useKeptChoice } from "@/components/ui/kept-choice"

const KEYS = keptChoice("request-keys", ["on", "off"], "on")

/** Whether single letters act in this browser; unknown while the page is still the server's. */
export function useKeysOn(): [boolean | undefined, (on: boolean) => void] {
  const [choice, choose] = useKeptChoice(KEYS)
  return [choice && choice === "on", (on) => choose(on ? "on" : "off")]
}
