"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

const EVERY_MS = 10_000

/** Reads its page again and again while it is looked at, where what it shows is about to change. */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.hidden || router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
