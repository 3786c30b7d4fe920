"use server"

import { leave } from "@/lib/http/viewer"

export async function signOut() {
  await leave()
}
