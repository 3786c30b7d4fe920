import { z } from "zod"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { SavedView, SavedViews, ViewEdit, ViewToSave } from "./contract"

export const savedViewOperations = {
  listViews: operation({
    method: "get",
    path: "/views",
    tag: "Views",
    access: "account",
    status: 200,
    summary: "List your saved views and those that are shared, by name",
    input: z.object({}),
    output: SavedViews,
  }),
  saveView: operation({
    method: "post",
    path: "/views",
    tag: "Views",
    access: "account",
    status: 201,
    summary: "Save a view: what the list of the desk is narrowed to, sorted by and shown with",
    description: "You can save 50 views. Supervisors and administrators can share one with everybody at the desk.",
    input: ViewToSave,
    example: { name: "Leaks in LS1", filter: { category: "gas_leak", area: "LS1", sort: "due" }, shared: false },
    output: SavedView,
  }),
  editView: operation({
    method: "patch",
    path: "/views/{id}",
    tag: "Views",
    access: "account",
    status: 200,
    summary: "Rename, change or share a saved view",
    description:
      "Your own views, and if you are a supervisor or an administrator also those that are shared. What you leave out stays as it is.",
    input: ViewEdit,
    example: { id: EXAMPLE_ID, name: "Leaks in the centre", version: 1 },
    output: SavedView,
  }),
  deleteView: operation({
    method: "delete",
    path: "/views/{id}",
    tag: "Views",
    access: "account",
    status: 204,
    summary: "Delete a saved view",
    input: One,
    output: z.void(),
  }),
}
