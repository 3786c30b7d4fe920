export { docsAsset as GET } from "@/lib/http/docs"
