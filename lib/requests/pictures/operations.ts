import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { PICTURE_SIZES, PICTURE_TYPE } from "@/lib/model/picture"
import { One } from "@/lib/model/text"

export const pictureOperations = {
  openPicture: operation({
    method: "get",
    path: "/attachments/{id}/pictures/{size}",
    tag: "Attachments",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Show a photo",
    description:
      "A WebP picture of an attached photo, the right way up and without location, camera or owner: `small` is at most 320 pixels wide and high, `large` 1,600. `picture` of the attachment says whether there is one. While it is being made, the answer is 503 with `Retry-After`. Send `If-None-Match` with the `ETag` of the last answer to get 304 if it is unchanged.",
    input: One.extend({ size: z.enum(PICTURE_SIZES) }),
    output: z.object({}),
    file: [PICTURE_TYPE],
    shown: true,
  }),
}
