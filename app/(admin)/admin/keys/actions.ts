"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as creating from "@/lib/identity/keys/create-key"
import { keyForm, keyOperations } from "@/lib/identity/keys/operations"
import * as revoking from "@/lib/identity/keys/revoke-key"
import * as rolling from "@/lib/identity/keys/roll-key"

interface Made {
  id: string
  name: string
  secret: string
}

const onlyOnce = ({ id, name, secret }: Made) => ({ id, name, secret })

export const createKey = action(keyForm, creating.createKey, () => refresh(), onlyOnce)
export const rollKey = action(keyOperations.rollKey, rolling.rollKey, () => refresh(), onlyOnce)
export const revokeKey = action(keyOperations.revokeKey, revoking.revokeKey, (_, form) =>
  redirect(`/admin/keys?revoked=${encodeURIComponent(String(form.get("id")))}`),
)
