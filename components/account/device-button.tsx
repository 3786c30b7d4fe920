"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { jsonHeaders } from "@/components/ui/json-headers"

type State = "unknown" | "impossible" | "off" | "working" | "on" | "denied" | "failed"

/** What is said beside the button, or in its place. */
const SAID: Partial<Record<State, string>> = {
  impossible: "This browser cannot show notifications. On an iPhone or iPad, add this site to the home screen first.",
  on: "This device shows notifications.",
  denied: "Notifications are blocked in this browser. Allow them for this site in its settings, then try again.",
  failed: "This did not work. Check your internet connection, then try again.",
}

/** Asks the browser for nothing before it is pressed. */
export function DeviceButton({ publicKey }: { publicKey: string }) {
  const [state, setState] = useState<State>("unknown")
  const router = useRouter()
  useEffect(() => void stateNow().then(setState), [])

  async function begin() {
    setState("working")
    const next = await addThisDevice(publicKey).catch((): State => "failed")
    setState(next)
    if (next === "on") router.refresh()
  }

  return (
    <div className="space-y-3" aria-live="polite">
      {SAID[state] ? <p>{SAID[state]}</p> : null}
      {["off", "working", "denied", "failed"].includes(state) ? (
        <Button variant="secondary" onClick={begin} aria-disabled={state === "working" || undefined}>
          Notify me on this device
        </Button>
      ) : null}
    </div>
  )
}

const WORKER = "/push-worker.js"

async function stateNow(): Promise<State> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "impossible"
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  const subscription = await registration?.pushManager.getSubscription()
  return subscription && Notification.permission === "granted" ? "on" : "off"
}

async function addThisDevice(publicKey: string): Promise<State> {
  if ((await Notification.requestPermission()) !== "granted") return "denied"
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = subscription.toJSON()
  const answer = await fetch("/api/v1/profile/devices", {
    method: "POST",
    headers: jsonHeaders(),
    body: JSON.stringify({ endpoint, publicKey: keys?.p256dh, authSecret: keys?.auth }),
  })
  if (answer.ok) return "on"
  await subscription.unsubscribe()
  return "failed"
}
