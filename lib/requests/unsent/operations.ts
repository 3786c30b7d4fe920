import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { KeptWords, Unsent, WordsToKeep } from "./contract"

/** For scripts of our pages; they are no part of the API. */
export const unsentOperations = {
  getUnsent: operation({
    method: "get",
    path: "/unsent/{id}",
    tag: "Conversation",
    access: "account",
    status: 200,
    summary: "Get the words that you have not sent yet",
    input: One,
    output: Unsent,
  }),
  keepUnsent: operation({
    method: "put",
    path: "/unsent/{id}",
    tag: "Conversation",
    access: "account",
    status: 200,
    summary: "Keep words that you have not sent yet",
    input: WordsToKeep,
    output: KeptWords.pick({ version: true }),
  }),
}
