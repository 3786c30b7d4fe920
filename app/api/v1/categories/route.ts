import { endpoint } from "@/lib/http/endpoint"
import { listCategories } from "@/lib/requests/categories/list-categories"
import { categoryOperations } from "@/lib/requests/categories/operations"

export const GET = endpoint(categoryOperations.listCategories, listCategories)
