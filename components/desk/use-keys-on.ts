"use client"

import { useSyncExternalStore } from "react"

const NAME = "request-keys"
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    removeEventListener("storage", listener)
  }
}

/** The choice while the page is open, for a browser that keeps nothing. */
let chosen = true

function read(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off"
  } catch {
    return chosen
  }
}

function write(on: boolean): void {
  chosen = on
  try {
    localStorage.setItem(NAME, on ? "on" : "off")
  } catch {
    // They are on again on the next visit.
  }
  for (const listener of listeners) listener()
}

/** Whether single letters act in this browser, which it remembers; unknown while the page is still the server's. */
export function useKeysOn(): [boolean | undefined, (on: boolean) => void] {
  return [useSyncExternalStore<boolean | undefined>(subscribe, read, () => undefined), write]
}
