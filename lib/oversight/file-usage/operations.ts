import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { FileUsage } from "./contract"

export const fileUsageOperations = {
  getFileUsage: operation({
    method: "get",
    path: "/attachments/usage",
    tag: "Attachments",
    access: "account",
    status: 200,
    summary: "Get what attachments take up, and their limits",
    input: z.object({}),
    output: FileUsage,
  }),
}
