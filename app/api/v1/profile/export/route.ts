import { download } from "@/lib/http/download"
import { privacyOperations } from "@/lib/privacy/contract"
import { exportData } from "@/lib/privacy/export"

export const GET = download(privacyOperations.exportData, exportData)
