"use client"

import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page"

export default function AnyError(props: ErrorPageProps) {
  return <ErrorPage {...props} />
}
