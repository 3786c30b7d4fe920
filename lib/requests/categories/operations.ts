import { z } from "zod"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { HAZARDS } from "@/lib/model/hazard"
import { operation } from "@/lib/model/operation"

export const categoryOperations = {
  listCategories: operation({
    method: "get",
    path: "/categories",
    tag: "Requests",
    access: "public",
    status: 200,
    summary: "List the categories of request, and which are emergencies that need a call first",
    input: z.object({}),
    output: z.object({
      emergencyPhone: z.string(),
      items: z.array(
        z.object({
          id: z.enum(CATEGORY_IDS),
          name: z.string(),
          priority: z.enum(PRIORITIES),
          hazard: z.enum(HAZARDS).nullable().describe("Show safety advice before anything else"),
        }),
      ),
    }),
  }),
}
