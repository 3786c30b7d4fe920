import type { Metadata } from "next"
import { CallFirst } from "@/components/requests/filing/call-first"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import { dangerIn } from "../visitors"

export const metadata: Metadata = { title: "Get out and call" }

export default async function CallPage({ searchParams }: PageProps<"/emergency/report/call">) {
  const danger = await dangerIn(searchParams)
  const { hazard = "gas" } = safetyCheckFacts(danger)
  return (
    <CallFirst
      hazard={hazard}
      check={danger}
      back="/emergency/report"
      onwards={`/emergency/report/place?danger=${danger}`}
    />
  )
}
