import { Alert } from "@/app/_components/ui/alert";

/** Why a form failed, where that is about no field of it. */
export function FormError({ message }: { message: string | null }) {
  return message ? <Alert tone="danger" title={message} /> : null;
}
