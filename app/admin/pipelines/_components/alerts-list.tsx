import { Alert } from "@/app/_components/ui/alert";
import { formatMoment } from "@/lib/shared/day-text";
import type { PipelineAlert } from "@/lib/shared/pipeline-views";

/** What is wrong now; nothing where all is well. */
export function AlertsList({ alerts }: { alerts: readonly PipelineAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <section aria-label="Open alerts" className="grid gap-3">
      {alerts.map(({ id, message, raisedAt }) => (
        <Alert key={id} tone="warning" title={message}>
          Since {formatMoment(new Date(raisedAt))}
        </Alert>
      ))}
    </section>
  );
}
