"use client"

import { useState } from "react"

/** A way to write. Which is chosen to begin with does not change under the hand of whoever writes. */
export function WriteRadio({ id, chosen }: { id: string; chosen: boolean }) {
  const [first] = useState(chosen)
  return <input type="radio" name="write" id={id} defaultChecked={first} />
}
