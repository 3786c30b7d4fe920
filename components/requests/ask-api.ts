"use client"

/** Reads from the API as the person who is signed in. Throws unless it answers with what was asked for. */
export async function askApi<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/v1${path}`, { signal, headers: { accept: "application/json" } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as T
}
