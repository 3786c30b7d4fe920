"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { forgetAll } from "@/components/ui/kept-typed"

/** Nobody is signed in here: what stands around the page stops saying otherwise, and who left by choice leaves nothing. */
export function SignedOut({ byChoice }: { byChoice: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (byChoice) forgetAll()
    if (document.documentElement.dataset.account) router.refresh()
  }, [byChoice, router])
  return null
}
