"use server"

import { leave } from "@/lib/http/current-actor"

export async function signOut() {
  await leave()
}
