import { getTermIndexMetadata, TermIndexPage } from "../_components/term/term-index-page";

export const generateMetadata = () => getTermIndexMetadata("publisher");

export default function PublishersPage() {
  return <TermIndexPage facet="publisher" />;
}
