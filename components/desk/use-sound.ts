"use client"

import { useSyncExternalStore } from "react"

const NAME = "emergency-sound"
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener("storage", listener)
  return () => {
    listeners.delete(listener)
    removeEventListener("storage", listener)
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(NAME) === "on"
  } catch {
    return false
  }
}

function write(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? "on" : "off")
  } catch {
    // A browser that keeps nothing stays silent.
  }
  for (const listener of listeners) listener()
}

/** Whether this browser makes a sound, which it remembers; unknown while the page is still the server's. */
export function useSound(): [boolean | undefined, (on: boolean) => void] {
  return [useSyncExternalStore<boolean | undefined>(subscribe, read, () => undefined), write]
}
