"use client";

import { DashboardError } from "@/app/_components/dashboard-error";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <DashboardError error={error} retry={retry} />;
}
