import { endpoint } from "@/lib/http/endpoint"
import { decideRemovedFile } from "@/lib/oversight/removed-files/decide-removed-file"
import { removedFileOperations } from "@/lib/oversight/removed-files/operations"

export const PUT = endpoint(removedFileOperations.decideRemovedFile, decideRemovedFile)
