"use client"

import { useSyncExternalStore } from "react"

export type Sound = "on" | "off" | "not asked"

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

/** The answer while the page is open, for a browser that keeps nothing. */
let answered: Sound = "not asked"

function read(): Sound {
  try {
    const kept = localStorage.getItem(NAME)
    return kept === "on" || kept === "off" ? kept : "not asked"
  } catch {
    return answered
  }
}

function write(sound: Sound): void {
  answered = sound
  try {
    localStorage.setItem(NAME, sound)
  } catch {
    // It is asked again on the next visit.
  }
  for (const listener of listeners) listener()
}

/** Whether this browser makes a sound, which it remembers; unknown while the page is still the server's. */
export function useSound(): [Sound | undefined, (sound: Sound) => void] {
  return [useSyncExternalStore<Sound | undefined>(subscribe, read, () => undefined), write]
}
