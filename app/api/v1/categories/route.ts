import { endpoint } from "@/lib/http/endpoint"
import { listCategories } from "@/lib/requests/categories"
import { categoryOperations } from "@/lib/requests/categories-contract"

export const GET = endpoint(categoryOperations.listCategories, listCategories)
