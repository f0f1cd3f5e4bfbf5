import { getTermIndexMetadata, TermIndexPage } from "../_components/term/term-index-page";

export const generateMetadata = () => getTermIndexMetadata("category");

export default function CategoriesPage() {
  return <TermIndexPage facet="category" />;
}
