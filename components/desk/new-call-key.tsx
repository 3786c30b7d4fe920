"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { NEW_CALL } from "@/components/desk/calls-address"
import { isAct } from "@/components/desk/is-act"
import { useKeysOn } from "@/components/desk/use-keys-on"

/** N takes a call from any page of the desk, unless keys are turned off in this browser. */
export function NewCallKey() {
  const [on] = useKeysOn()
  const router = useRouter()
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (isAct(event) && !event.repeat && event.key.toLowerCase() === "n") router.push(NEW_CALL)
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [on, router])
  return null
}
