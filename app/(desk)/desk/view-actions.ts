"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { viewAddress } from "@/components/desk/views"
import { action } from "@/lib/http/action"
import type { SavedView } from "@/lib/requests/saved-views/contract"
import * as deleting from "@/lib/requests/saved-views/delete-view"
import * as editing from "@/lib/requests/saved-views/edit-view"
import { savedViewOperations } from "@/lib/requests/saved-views/operations"
import * as saving from "@/lib/requests/saved-views/save-view"

/** To a list, with the rail as it is now. */
function toList(address: string): never {
  refresh()
  redirect(address)
}

const toView = (view: Pick<SavedView, "id" | "filter">) => toList(viewAddress(view))

export const saveView = action(savedViewOperations.saveView, saving.saveView, toView)
export const editView = action(savedViewOperations.editView, editing.editView, toView)
export const deleteView = action(savedViewOperations.deleteView, deleting.deleteView, () => toList("/desk"))
