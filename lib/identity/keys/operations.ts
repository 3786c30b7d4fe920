import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { ApiKey, CurrentKey, KeyForm, KeyToMake, NewSecret, Roll } from "./contract"

export const keyOperations = {
  listKeys: operation({
    method: "get",
    path: "/keys",
    tag: "API keys",
    access: "account",
    status: 200,
    summary: "API keys, newest first, with those that are good no more",
    input: Paging,
    output: page(ApiKey),
  }),
  createKey: operation({
    method: "post",
    path: "/keys",
    tag: "API keys",
    access: "account",
    status: 201,
    summary: "Make an API key for a third party",
    description: "Its secret is in this answer and never again.",
    input: KeyToMake,
    output: NewSecret,
  }),
  getCurrentKey: operation({
    method: "get",
    path: "/keys/current",
    tag: "API keys",
    access: "account",
    keys: "any",
    status: 200,
    summary: "The API key you call with: what it may do, for whom, until when",
    input: z.object({}),
    output: CurrentKey,
  }),
  getKey: operation({
    method: "get",
    path: "/keys/{id}",
    tag: "API keys",
    access: "account",
    status: 200,
    summary: "One API key",
    input: One,
    output: ApiKey,
  }),
  rollKey: operation({
    method: "post",
    path: "/keys/{id}/secrets",
    tag: "API keys",
    access: "account",
    status: 201,
    summary: "Roll an API key: a new secret, while the old one stays good for a time",
    description: "The new secret is in this answer and never again. While an old one is still good, only `0` rolls on.",
    input: Roll,
    output: NewSecret,
  }),
  revokeKey: operation({
    method: "delete",
    path: "/keys/{id}",
    tag: "API keys",
    access: "account",
    status: 204,
    summary: "Revoke an API key: no secret of it works from now on",
    input: One,
    output: z.void(),
  }),
}

/** Creates a key from the form. The API takes a list of addresses instead of one text: `createKey`. */
export const keyForm = contract({ access: "account", input: KeyForm, output: NewSecret })
