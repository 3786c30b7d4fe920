"use client"

let name: string | undefined

/** Names this window until it is loaded anew. What it has written itself is news to nobody in it. */
export function thisWindow(): string {
  name ??= crypto.randomUUID?.() ?? String(Math.random())
  return name
}
