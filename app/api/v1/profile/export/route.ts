import { download } from "@/lib/http/download"
import { exportData } from "@/lib/oversight/privacy/export-data"
import { privacyOperations } from "@/lib/oversight/privacy/operations"

export const GET = download(privacyOperations.exportData, exportData)
