import type { FileHome } from "@/lib/model/attachment"
import { env } from "@/lib/runtime/env"
import { diskHome } from "./disk-home"
import type { HomeOfFiles } from "./home"
import { s3Home } from "./s3-home"

const HOMES: Record<FileHome, HomeOfFiles> = { disk: diskHome, s3: s3Home }

/** Where new files go. */
export const currentHome = (): HomeOfFiles => HOMES[env().ATTACHMENTS_HOME]

export const homeNamed = (name: FileHome): HomeOfFiles => HOMES[name]

/** Every home that this installation may have files in. */
export const allHomes = (): HomeOfFiles[] => (env().S3_BUCKET ? [diskHome, s3Home] : [diskHome])
