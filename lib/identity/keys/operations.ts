import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { ApiKey, CurrentKey, KeyFields, KeyToMake, NewSecret, Roll } from "./contract"

export const keyOperations = {
  listKeys: operation({
    method: "get",
    path: "/keys",
    tag: "API keys",
    access: "account",
    status: 200,
    summary: "List API keys, newest first, including expired and revoked ones",
    input: Paging,
    example: { limit: 20 },
    output: page(ApiKey),
  }),
  createKey: operation({
    method: "post",
    path: "/keys",
    tag: "API keys",
    access: "account",
    status: 201,
    summary: "Create an API key for a third party",
    description: "The secret is shown only in this response.",
    input: KeyToMake,
    example: { name: "Call centre", scopes: ["requests:read", "requests:write"], reach: "utility", expiresInDays: 365 },
    output: NewSecret,
  }),
  getCurrentKey: operation({
    method: "get",
    path: "/keys/current",
    tag: "API keys",
    access: "account",
    keys: "any",
    status: 200,
    fails: ["not_found"],
    summary: "Get the API key you are using: what it can do, for whom and until when",
    input: z.object({}),
    output: CurrentKey,
  }),
  getKey: operation({
    method: "get",
    path: "/keys/{id}",
    tag: "API keys",
    access: "account",
    status: 200,
    summary: "Get an API key",
    input: One,
    output: ApiKey,
  }),
  rollKey: operation({
    method: "post",
    path: "/keys/{id}/secrets",
    tag: "API keys",
    access: "account",
    status: 201,
    summary: "Roll an API key. Creates a new secret while the old one keeps working for a time",
    description:
      "The new secret is shown only in this response. While an earlier secret still works, you can only roll with `0` hours.",
    input: Roll,
    example: { overlapHours: 24 },
    output: NewSecret,
  }),
  revokeKey: operation({
    method: "delete",
    path: "/keys/{id}",
    tag: "API keys",
    access: "account",
    status: 204,
    summary: "Revoke an API key. All its secrets stop working immediately",
    input: One,
    output: z.void(),
  }),
}

/** Creates a key from the form. The API takes a list of addresses instead of one text: `createKey`. */
export const keyForm = contract({ access: "account", input: KeyFields, output: NewSecret })
