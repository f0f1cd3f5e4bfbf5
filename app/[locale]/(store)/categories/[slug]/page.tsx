import { getTermMetadata, TermPage, type TermPageProps } from "../../_components/term/term-page";

export const generateMetadata = (props: TermPageProps) => getTermMetadata("category", props);

export default function CategoryPage(props: TermPageProps) {
  return <TermPage facet="category" {...props} />;
}
