"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { decideRemovedFile as decide } from "@/lib/oversight/removed-files/decide-removed-file"
import { removedFileOperations } from "@/lib/oversight/removed-files/operations"

export const decideRemovedFile = action(removedFileOperations.decideRemovedFile, decide, ({ decision }) =>
  redirect(`/admin/files?done=${decision}`),
)
