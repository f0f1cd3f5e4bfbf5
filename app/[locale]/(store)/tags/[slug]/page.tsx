import { getTermMetadata, TermPage, type TermPageProps } from "../../_components/term/term-page";

export const generateMetadata = (props: TermPageProps) => getTermMetadata("tag", props);

export default function TagPage(props: TermPageProps) {
  return <TermPage facet="tag" {...props} />;
}
