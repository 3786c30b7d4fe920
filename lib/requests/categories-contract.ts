import { z } from "zod"
import { operation } from "@/lib/http/operation"
import { HAZARDS } from "@/lib/safety/hazard"
import { CATEGORY_IDS, PRIORITIES } from "./category"

export const categoryOperations = {
  listCategories: operation({
    method: "get",
    path: "/categories",
    tag: "Requests",
    access: "public",
    status: 200,
    summary: "What can be asked for, and which of it is an emergency to be rung in first",
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
