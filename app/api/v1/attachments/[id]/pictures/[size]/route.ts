import { shown } from "@/lib/http/shown"
import { openPicture } from "@/lib/requests/pictures/open-picture"
import { pictureOperations } from "@/lib/requests/pictures/operations"

export const GET = shown(pictureOperations.openPicture, openPicture)
