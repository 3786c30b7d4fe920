export { docsPage as GET } from "@/lib/http/docs"
