import { getTermMetadata, TermPage, type TermPageProps } from "../../_components/term/term-page";

export const generateMetadata = (props: TermPageProps) => getTermMetadata("publisher", props);

export default function PublisherPage(props: TermPageProps) {
  return <TermPage facet="publisher" {...props} />;
}
