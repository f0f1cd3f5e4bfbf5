import { getTermIndexMetadata, TermIndexPage } from "../_components/term/term-index-page";

export const generateMetadata = () => getTermIndexMetadata("tag");

export default function TagsPage() {
  return <TermIndexPage facet="tag" />;
}
