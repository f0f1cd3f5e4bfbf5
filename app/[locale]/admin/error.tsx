"use client";

import { DashboardError } from "@/app/_components/dashboard-error";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <DashboardError error={error} retry={reset} />;
}
