"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as editing from "@/lib/identity/needs/edit-needs"
import { needsOperations } from "@/lib/identity/needs/operations"

export const editNeeds = action(needsOperations.editNeeds, editing.editNeeds, () => redirect("/profile?saved=needs"))
