import { download } from "@/lib/http/download"
import { privacyOperations } from "@/lib/oversight/privacy/contract"
import { exportData } from "@/lib/oversight/privacy/export-data"

export const GET = download(privacyOperations.exportData, exportData)
