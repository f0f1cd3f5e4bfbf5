import { getTermMetadata, TermPage, type TermPageProps } from "../../_components/term/term-page";

export const generateMetadata = (props: TermPageProps) => getTermMetadata("genre", props);

export default function GenrePage(props: TermPageProps) {
  return <TermPage facet="genre" {...props} />;
}
