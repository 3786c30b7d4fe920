import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { CannedReply, ReplyEdit, ReplyList, ReplyToMake } from "./contract"

const EXAMPLE = {
  name: "Visit on a day",
  text: "Dear {name}, we will come to look at your request {reference} by {time}.",
}

export const cannedReplyOperations = {
  listReplies: operation({
    method: "get",
    path: "/canned-replies",
    tag: "Canned replies",
    access: "account",
    status: 200,
    summary: "List the texts that staff answer with, by name",
    input: z.object({}),
    output: ReplyList,
  }),
  makeReply: operation({
    method: "post",
    path: "/canned-replies",
    tag: "Canned replies",
    access: "account",
    status: 201,
    summary: "Add a canned reply",
    description: "For supervisors and administrators. There can be 200, each with a name of its own.",
    input: ReplyToMake,
    example: EXAMPLE,
    fails: ["conflict"],
    output: CannedReply,
  }),
  editReply: operation({
    method: "put",
    path: "/canned-replies/{id}",
    tag: "Canned replies",
    access: "account",
    status: 200,
    summary: "Change a canned reply",
    input: ReplyEdit,
    example: { ...EXAMPLE, name: "Visit by a time", version: 1 },
    fails: ["conflict"],
    output: CannedReply,
  }),
  deleteReply: operation({
    method: "delete",
    path: "/canned-replies/{id}",
    tag: "Canned replies",
    access: "account",
    status: 204,
    summary: "Delete a canned reply",
    input: One,
    output: z.void(),
  }),
}
