"use client"

import { useSyncExternalStore } from "react"

/** A choice that a browser remembers, for all of its windows. Without storage it holds while the page is open. */
export function keptChoice<Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice) {
  const listeners = new Set<() => void>()
  let chosen = otherwise

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    addEventListener("storage", listener)
    return () => {
      listeners.delete(listener)
      removeEventListener("storage", listener)
    }
  }

  function read(): Choice {
    try {
      const kept = localStorage.getItem(name)
      return choices.find((choice) => choice === kept) ?? otherwise
    } catch {
      return chosen
    }
  }

  function write(choice: Choice): void {
    chosen = choice
    try {
      localStorage.setItem(name, choice)
    } catch {
      // It is as before on the next visit.
    }
    for (const listener of listeners) listener()
  }

  return { subscribe, read, write }
}

type KeptChoice<Choice extends string> = ReturnType<typeof keptChoice<Choice>>

/** The choice, unknown while the page is still the server's, and how to change it. */
export function useKeptChoice<Choice extends string>({ subscribe, read, write }: KeptChoice<Choice>) {
  return [useSyncExternalStore<Choice | undefined>(subscribe, read, () => undefined), write] as const
}
