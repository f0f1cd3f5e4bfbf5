import { notFound } from "next/navigation";

/** Any address that is no page's: ours to answer, in the reader's language. */
export default function UnknownPage(): never {
  notFound();
}
